export const id = 31;
export const ids = [31];
export const modules = {

/***/ 5031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runShell: () => (/* binding */ runShell)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2807);



const keptBytes = 1024 * 1024;
/** From SIGTERM to SIGKILL. */
const patienceMs = 3000;
/** How long the pipes may stay open after the command itself has ended. */
const drainMs = 500;
/**
 * Runs a command line in a process group of its own. When the signal aborts, the whole group gets SIGTERM and, if
 * anything of it is left after 3 s, SIGKILL. Output is read while it comes; the last 1 MiB of each stream is kept.
 */
async function runShell(command, signal, env) {
    signal.throwIfAborted();
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('/bin/sh', ['-c', command.command], {
        cwd: command.cwd,
        env: { ...env, ...command.env },
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
    });
    const output = { stdout: collect(child.stdout), stderr: collect(child.stderr) };
    let kill;
    const abort = () => {
        kill = endGroup(child);
    };
    signal.addEventListener('abort', abort, { once: true });
    try {
        const { code, killedBy } = await ended(child, command.cwd);
        if (signal.aborted) {
            await kill;
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ProbeError */ .B2(command.command, 'was ended because its time was over or the run was cancelled');
        }
        return { exitCode: code, signal: killedBy, stdout: output.stdout(), stderr: output.stderr() };
    }
    finally {
        signal.removeEventListener('abort', abort);
        child.stdout.destroy();
        child.stderr.destroy();
    }
}
/** Resolves when the command has ended and its output was read, also when a background child keeps the pipes open. */
function ended(child, folder) {
    return new Promise((resolve, reject) => {
        let timer;
        child.on('error', error => {
            const noFolder = folder !== undefined && !(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(folder);
            reject(new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ProbeError */ .B2('/bin/sh', noFolder ? `there is no folder ${folder}` : (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)));
        });
        child.on('exit', (code, killedBy) => {
            timer = setTimeout(() => resolve({ code, killedBy }), drainMs);
        });
        child.on('close', (code, killedBy) => {
            clearTimeout(timer);
            resolve({ code, killedBy });
        });
    });
}
async function endGroup(child) {
    const { pid } = child;
    if (pid === undefined)
        return;
    if (!signalGroup(pid, 'SIGTERM'))
        return;
    const deadline = performance.now() + patienceMs;
    while (performance.now() < deadline) {
        await new Promise(resolve => setTimeout(resolve, 50));
        if (!signalGroup(pid, 0))
            return;
    }
    signalGroup(pid, 'SIGKILL');
}
/** Signals every process of the group; false when there is none left. */
function signalGroup(pid, name) {
    try {
        process.kill(-pid, name);
        return true;
    }
    catch {
        return false;
    }
}
function collect(stream) {
    let chunks = [];
    let size = 0;
    stream.on('data', (chunk) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > 2 * keptBytes) {
            chunks = [Buffer.concat(chunks).subarray(-keptBytes)];
            size = keptBytes;
        }
    });
    return () => Buffer.concat(chunks).subarray(-keptBytes).toString('utf8');
}


/***/ })

};
