# Warnings for our own targets only; errors only when TARAZ_WERROR asks for it (presets dev, clang, sanitizers).
function(taraz_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                         -Wnon-virtual-dtor $<$<BOOL:${TARAZ_WERROR}>:-Werror>)
endfunction()
