// Edits kept in the browser, under the hash of the alignment: IndexedDB, and localStorage where that is closed.
// Every edit is on its way to the disk before the next event is handled; nothing is kept in memory only.

/** @typedef {import("./history.js").StoredSplice} StoredSplice */
/** @typedef {{edits: StoredSplice[], position: number, time: number}} Saved */

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @returns {Promise<IDBDatabase>} */
function openDatabase() {
  const request = indexedDB.open("taraz-review", 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("edits");  // key [hash, number of the edit]
    request.result.createObjectStore("pages");  // key hash
  };
  return answer(request);
}

class DatabaseStore {
  /** @param {IDBDatabase} database @param {string} hash */
  constructor(database, hash) {
    this.database = database;
    this.hash = hash;
  }

  /** @returns {Promise<Saved | null>} */
  async load() {
    const transaction = this.database.transaction(["edits", "pages"]);
    const page = await answer(transaction.objectStore("pages").get(this.hash));
    if (page === undefined) return null;
    const range = IDBKeyRange.bound([this.hash, 0], [this.hash, Infinity]);
    return { ...page, edits: await answer(transaction.objectStore("edits").getAll(range)) };
  }

  /** Edit number `index` is `edit`, none follows it, the first `position` are in force. @param {number} index @param {StoredSplice | null} edit @param {number} position @returns {Promise<void>} */
  put(index, edit, position) {
    return this.#write((edits, pages) => {
      edits.delete(IDBKeyRange.bound([this.hash, index], [this.hash, Infinity]));
      if (edit !== null) edits.put(edit, [this.hash, index]);
      pages.put({ position, time: Date.now() }, this.hash);
    });
  }

  /** @param {number} position @returns {Promise<void>} */
  setPosition(position) {
    return this.#write((_, pages) => pages.put({ position, time: Date.now() }, this.hash));
  }

  /** @param {(edits: IDBObjectStore, pages: IDBObjectStore) => void} work @returns {Promise<void>} */
  #write(work) {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction(["edits", "pages"], "readwrite", { durability: "strict" });
      transaction.oncomplete = () => resolve();
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
      work(transaction.objectStore("edits"), transaction.objectStore("pages"));
      transaction.commit();  // without waiting for answers: it is done even if the page goes away now
    });
  }
}

/** The whole journal under one key; for browsers that keep no database for files. */
class LocalStore {
  /** @param {string} hash */
  constructor(hash) {
    this.key = `taraz-review:${hash}`;
    /** @type {Saved} */
    this.saved = { edits: [], position: 0, time: 0 };
  }

  /** @returns {Promise<Saved | null>} */
  async load() {
    const text = localStorage.getItem(this.key);
    if (text !== null) this.saved = JSON.parse(text);
    return text === null ? null : { ...this.saved, edits: this.saved.edits.slice() };
  }

  /** @param {number} index @param {StoredSplice | null} edit @param {number} position */
  async put(index, edit, position) {
    this.saved.edits.length = index;
    if (edit !== null) this.saved.edits.push(edit);
    await this.setPosition(position);
  }

  /** @param {number} position */
  async setPosition(position) {
    this.saved.position = position;
    this.saved.time = Date.now();
    localStorage.setItem(this.key, JSON.stringify(this.saved));
  }
}

/** @param {string} hash @returns {Promise<DatabaseStore | LocalStore>} */
export async function openStore(hash) {
  try {
    return new DatabaseStore(await openDatabase(), hash);
  } catch {
    return new LocalStore(hash);
  }
}
