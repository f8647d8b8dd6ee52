export const id = 58;
export const ids = [58];
export const modules = {

/***/ 3058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   globFiles: () => (/* binding */ globFiles),
/* harmony export */   readTail: () => (/* binding */ readTail)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);

/** The last `maxBytes` of a file as text; undefined when there is no such file, or it is a folder. */
async function readTail(path, maxBytes) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'r').catch(error => {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    });
    if (!handle)
        return undefined;
    try {
        const found = await handle.stat();
        if (found.isDirectory())
            return undefined;
        const { size } = found;
        const length = Math.min(size, maxBytes);
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, size - length);
        return buffer.subarray(0, bytesRead).toString('utf8');
    }
    finally {
        await handle.close();
    }
}
/** Paths below a folder that fit a glob, sorted; `node_modules` and `.git` are left out. */
async function globFiles(pattern, folder) {
    const found = [];
    const skip = (name) => name === 'node_modules' || name === '.git';
    for await (const path of (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.glob)(pattern, { cwd: folder, exclude: skip }))
        found.push(String(path));
    return found.sort();
}


/***/ })

};
