// Puts together what other systems may call, from the documents of all services: the paths below /openapi/v1/ and the schemas they name.

const PREFIX = '/openapi/v1/';
const REF = '#/components/schemas/';

/**
 * @param documents by the name of their service
 * @returns one OpenAPI document
 */
export function openInterface(documents) {
  const paths = {};
  const schemas = {};
  for (const [service, document] of documents) {
    const named = new Map();
    const nameOf = (schema) => {
      if (!named.has(schema)) {
        const text = JSON.stringify(document.components.schemas[schema]);
        // Of two services that call different things by one name, the second says whose it is.
        const taken = schemas[schema] && schemas[schema].from !== service && schemas[schema].text !== text;
        const name = taken ? `${service}.${schema}` : schema;
        named.set(schema, name);
        schemas[name] = { from: service, text };
        schemas[name].value = renamed(document.components.schemas[schema]);
      }
      return named.get(schema);
    };
    const renamed = (value) => {
      if (Array.isArray(value)) return value.map(renamed);
      if (value === null || typeof value !== 'object') return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) =>
          key === '$ref' && inner.startsWith(REF)
            ? [key, REF + nameOf(inner.slice(REF.length))]
            : [key, renamed(inner)],
        ),
      );
    };
    for (const [path, operations] of Object.entries(document.paths))
      if (path.startsWith(PREFIX)) paths[path] = renamed(operations);
  }
  return {
    openapi: [...documents.values()][0].openapi,
    info: {
      title: '开放接口',
      version: 'v1',
      description:
        '第三方系统用签名的请求（RFC 9421）调用。签名、错误、配额和事件回调见开发者指南（/center/openapi/guide）。',
    },
    security: [{ signature: [] }],
    paths: sorted(paths),
    components: {
      securitySchemes: {
        signature: { type: 'http', scheme: 'signature', description: 'RFC 9421，hmac-sha256 或 sm2-sm3' },
      },
      schemas: sorted(Object.fromEntries(Object.entries(schemas).map(([name, one]) => [name, one.value]))),
    },
  };
}

const sorted = (object) =>
  Object.fromEntries(Object.entries(object).sort(([one], [other]) => (one < other ? -1 : 1)));
