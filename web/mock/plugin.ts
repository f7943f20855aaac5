import type { Plugin } from 'vite';
import { answerStaff } from './admin.ts';
import { answer } from './platform.ts';

/** Answers the platform's addresses from memory, for work on pages without running services. Dev server only. */
export function mockPlatform(): Plugin {
  return {
    name: 'zhengqi-mock-platform',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!/^\/(api|bff|oauth2|login\/oauth2)\//.test(request.url ?? '')) return next();
        const answered = async () => (await answerStaff(request, response)) || answer(request, response);
        answered().catch((error: unknown) => {
          server.config.logger.error(String(error));
          response.statusCode = 500;
          response.end();
        });
      });
    },
  };
}
