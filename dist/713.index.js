export const id = 713;
export const ids = [713];
export const modules = {

/***/ 6713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   httpRequest: () => (/* binding */ httpRequest)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2807);
/* harmony import */ var _core_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(193);


const largestBody = 1024 * 1024;
/**
 * One HTTP request on a connection of its own. TLS certificates are verified. Redirects are followed only as often
 * as asked, and then without the credentials when they lead elsewhere.
 * @throws ProbeError that names the origin and what happened, never the query or a credential
 */
async function httpRequest(request, signal) {
    const { Agent, interceptors, request: send } = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 4371, 19));
    const target = describeTarget(request);
    const { url, headers } = withoutLogin(request);
    const agent = new Agent({ connect: { timeout: 10_000 }, pipelining: 0 });
    const dispatcher = request.redirects > 0
        ? agent.compose(keepCredentialsHome(url), interceptors.redirect({ maxRedirections: request.redirects }))
        : agent;
    const began = performance.now();
    try {
        const answer = await send(url, {
            method: request.method,
            headers,
            body: request.body ?? null,
            dispatcher,
            signal,
        });
        const { text, truncated } = await readBody(answer.body);
        return {
            status: answer.statusCode,
            headers: flatten(answer.headers),
            body: text,
            truncated,
            latencyMs: performance.now() - began,
        };
    }
    catch (error) {
        if (signal.aborted)
            throw error;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeError */ .B2(target, explain(error));
    }
    finally {
        // Ends the socket too, so that a hung one does not keep the process alive.
        await agent.destroy();
    }
}
/** A user and password in the URL are sent as HTTP has it. */
function withoutLogin({ url, headers }) {
    const parsed = URL.parse(url);
    if (!parsed?.username && !parsed?.password)
        return { url, headers };
    const login = `${decodeURIComponent(parsed.username)}:${decodeURIComponent(parsed.password)}`;
    parsed.username = '';
    parsed.password = '';
    const authorization = `Basic ${Buffer.from(login).toString('base64')}`;
    return { url: parsed.href, headers: { authorization, ...headers } };
}
/** The redirect handler knows `authorization` and `cookie`; other credentials stay at home as well. */
const keepCredentialsHome = (url) => dispatch => (options, handler) => {
    if (String(options.origin) === URL.parse(url)?.origin)
        return dispatch(options, handler);
    const pairs = Array.isArray(options.headers)
        ? pairsOf(options.headers)
        : Object.entries(options.headers ?? {});
    const headers = Object.fromEntries(pairs.filter(([name]) => !(0,_core_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .isSecretHeader */ .io)(String(name)) && !(0,_core_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .isSecretName */ .eh)(String(name))));
    return dispatch({ ...options, headers }, handler);
};
const pairsOf = (flat) => flat.flatMap((name, index) => index % 2 === 0 ? [[String(name), String(flat[index + 1])]] : []);
async function readBody(body) {
    const chunks = [];
    let size = 0;
    for await (const chunk of body) {
        chunks.push(chunk);
        size += chunk.length;
        if (size > largestBody)
            break;
    }
    return {
        text: Buffer.concat(chunks).subarray(0, largestBody).toString('utf8'),
        truncated: size > largestBody,
    };
}
const flatten = (headers) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
]));
function describeTarget({ method, url }) {
    const parsed = URL.parse(url);
    const target = parsed
        ? `${parsed.origin}${parsed.pathname}`
        : url.replace(/[?#].*$/s, '').replace(/\/\/[^/]*@/, '//');
    return `${method} ${target}`;
}
const words = {
    ECONNREFUSED: 'nothing listens there (connection refused)',
    ENOTFOUND: 'this host name does not exist',
    EAI_AGAIN: 'the host name could not be looked up',
    ECONNRESET: 'the connection was cut before an answer came',
    UND_ERR_SOCKET: 'the connection was cut before an answer came',
    UND_ERR_CONNECT_TIMEOUT: 'no connection within 10 s',
    UND_ERR_HEADERS_TIMEOUT: 'no answer came',
    CERT_HAS_EXPIRED: 'its TLS certificate has expired',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'its TLS certificate is self-signed',
    SELF_SIGNED_CERT_IN_CHAIN: 'its TLS certificate chain holds a self-signed one',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its TLS certificate cannot be verified; the server may not send the intermediate one',
    ERR_TLS_CERT_ALTNAME_INVALID: 'its TLS certificate is for another host name',
    ERR_INVALID_URL: 'this is no URL',
};
function explain(error) {
    const codes = [error, ...(error instanceof AggregateError ? error.errors : [])].map(item => item.code ?? '');
    const known = codes.map(code => words[code]).find(Boolean);
    return known ?? (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
}


/***/ })

};
