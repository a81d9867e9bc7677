# Libraries, headers and a package config, so that find_package(taraz) gives taraz::text ... taraz::io.
include(CMakePackageConfigHelpers)
get_property(libraries GLOBAL PROPERTY TARAZ_LIBRARIES)
install(TARGETS ${libraries} EXPORT tarazTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
        FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/taraz)
install(TARGETS taraz RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(EXPORT tarazTargets NAMESPACE taraz:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/taraz)
configure_package_config_file(cmake/tarazConfig.cmake.in "${PROJECT_BINARY_DIR}/tarazConfig.cmake"
                              INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/taraz)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/tarazConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/tarazConfig.cmake" "${PROJECT_BINARY_DIR}/tarazConfigVersion.cmake"
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/taraz)

# Manual pages and completion are what the program prints about itself.
add_custom_command(OUTPUT "${PROJECT_BINARY_DIR}/manual/taraz.bash"
                   COMMAND ${CMAKE_COMMAND} "-Dtaraz=$<TARGET_FILE:taraz>" "-Dout=${PROJECT_BINARY_DIR}/manual"
                           -P "${PROJECT_SOURCE_DIR}/cmake/write_manual.cmake"
                   DEPENDS taraz "${PROJECT_SOURCE_DIR}/cmake/write_manual.cmake" VERBATIM)
add_custom_target(manual ALL DEPENDS "${PROJECT_BINARY_DIR}/manual/taraz.bash")
install(DIRECTORY "${PROJECT_BINARY_DIR}/manual/man1" DESTINATION ${CMAKE_INSTALL_MANDIR})
install(FILES "${PROJECT_BINARY_DIR}/manual/taraz.bash" DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        RENAME taraz)
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
