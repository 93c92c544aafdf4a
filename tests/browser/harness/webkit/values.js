// Runs a function of Playwright's in the page, and says what came of it as WebDriver BiDi does.
// A value is written out; an object that Playwright wants to keep stays here and goes by its handle.
(realm) => {
    const handles = new Map();
    let last = 0;

    const typeOf = (value) => {
        if (value === null) return "null";
        if (typeof value !== "object" && typeof value !== "function") return typeof value;
        if (typeof value === "function") return "function";
        if (Array.isArray(value)) return "array";
        if (value instanceof Node) return "node";
        if (value === window || value === value.window) return "window";
        const kinds = {Error, Promise, Map, Set, Date, RegExp};
        return Object.keys(kinds).find((name) => value instanceof kinds[name])?.toLowerCase() ?? "object";
    };

    const numbers = (value) => (Object.is(value, -0) ? "-0" : Number.isFinite(value) ? value : String(value));

    const write = (value, kept, depth) => {
        const type = typeOf(value);
        if (type === "undefined" || type === "null") return {type};
        if (type === "number") return {type, value: numbers(value)};
        if (type === "bigint") return {type, value: String(value)};
        if (type === "string" || type === "boolean") return {type, value};
        const written = {type};
        if (type === "node") written.value = {nodeType: value.nodeType, localName: value.localName ?? ""};
        if (type === "window") written.value = {context: value === window ? "self" : "other"};
        if (type === "date") written.value = value.toISOString();
        if (type === "regexp") written.value = {pattern: value.source, flags: value.flags};
        if (kept || type === "node") {
            const handle = `${realm}:${(last += 1)}`;
            handles.set(handle, value);
            if (kept) written.handle = handle;
            if (type === "node") written.sharedId = handle;
        }
        if (depth > 0 && type === "array") written.value = value.map((each) => write(each, false, depth - 1));
        if (depth > 0 && type === "object")
            written.value = Object.keys(value).map((key) => [key, write(value[key], false, depth - 1)]);
        return written;
    };

    const read = (given) => {
        const handle = given.handle ?? given.sharedId;
        if (handle) {
            if (!handles.has(handle)) throw {isGone: true};
            return handles.get(handle);
        }
        const special = {"-0": -0, NaN, Infinity, "-Infinity": -Infinity};
        switch (given.type) {
            case "undefined":
                return undefined;
            case "null":
                return null;
            case "number":
                return typeof given.value === "string" ? special[given.value] : given.value;
            case "bigint":
                return BigInt(given.value);
            case "array":
                return given.value.map(read);
            case "object":
                return Object.fromEntries(given.value.map(([key, value]) => [read(key), read(value)]));
            case "date":
                return new Date(given.value);
            case "regexp":
                return new RegExp(given.value.pattern, given.value.flags);
            default:
                return given.value;
        }
    };

    return {
        forget: (names) => names.forEach((name) => handles.delete(name)),
        run: async ({given, kept, waits, depth}, work) => {
            try {
                const result = work(...given.map(read));
                return JSON.stringify({type: "success", result: write(waits ? await result : result, kept, depth)});
            } catch (error) {
                if (error?.isGone) return JSON.stringify({type: "gone"});
                return JSON.stringify({type: "exception", exceptionDetails: {text: String(error)}});
            }
        },
    };
}
