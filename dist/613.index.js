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
            // The extended protocol takes one statement only: with the simple one, a COMMIT in front of the rest would
            // leave the read-only transaction.
            const query = { text: request.text, queryMode: 'extended' };
            const answer = await client.query(query);
            await client.query('ROLLBACK');
            const wide = new Set(answer.fields.filter(field => isWide(field.dataTypeID)).map(field => field.name));
            const rows = answer.rows.map(row => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, wide.has(name) ? narrow(value) : plain(value)])));
            return { rows, rowCount: answer.rowCount ?? 0 };
        }
        catch (error) {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeError */ .B2(describeConnection(connection), (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
        }
    });
}
/** `bigint`, which `count(*)` is, and `numeric`: the driver gives them as text, since they may be too long for a number. */
const isWide = (type) => type === 20 || type === 1700;
function narrow(value) {
    if (typeof value !== 'string')
        return plain(value);
    const shortest = value.includes('.') ? value.replace(/\.?0+$/, '') : value;
    return String(Number(value)) === shortest ? Number(value) : value;
}
/** As JSON has it: a time as text, nothing that is no number. */
const plain = (value) => typeof value === 'object' || typeof value === 'number' ? JSON.parse(JSON.stringify(value)) : value;


/***/ })

};
