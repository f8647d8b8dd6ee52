export const id = 613;
export const ids = [613];
export const modules = {

/***/ 4613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sqlQuery: () => (/* binding */ sqlQuery)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2807);

/**
 * One query in a read-only transaction that is rolled back.
 * @throws ProbeError with the server's words
 */
async function sqlQuery(request, signal) {
    const [{ withClient }, { describeConnection, parseConnection }] = await Promise.all([
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 6667)),
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 2992)),
    ]);
    const connection = parseConnection(request.url);
    return withClient(connection, 'gatesheet', signal, async (client) => {
        try {
            await client.query('BEGIN READ ONLY');
            const answer = await client.query(request.text);
            await client.query('ROLLBACK');
            return { rows: answer.rows, rowCount: answer.rowCount ?? 0 };
        }
        catch (error) {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeError */ .B2(describeConnection(connection), (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
        }
    });
}


/***/ })

};
