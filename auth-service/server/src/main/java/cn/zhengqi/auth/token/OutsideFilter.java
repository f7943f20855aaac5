package cn.zhengqi.auth.token;

import cn.zhengqi.auth.app.AppClients;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * From outside applications get tokens and nobody else: who has got hold of a secret of a service can do nothing with it there. The gateway says what came from outside;
 * the services ask here directly.
 */
final class OutsideFilter extends OncePerRequestFilter {

    /** The gateway puts it on what it lets through to the endpoints of applications. */
    static final String HEADER = "X-Outside";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HEADER) != null
                && SecurityContextHolder.getContext().getAuthentication()
                        instanceof OAuth2ClientAuthenticationToken client
                && !AppClients.isApp(client.getPrincipal().toString())) {
            SecurityContextHolder.clearContext();
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getWriter().write("{\"error\":\"invalid_client\"}");
            return;
        }
        chain.doFilter(request, response);
    }
}
