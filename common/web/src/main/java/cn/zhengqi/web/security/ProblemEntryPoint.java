package cn.zhengqi.web.security;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.web.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Says 401 and 403 in the form of every other failure. */
public final class ProblemEntryPoint implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final List<String> AREAS = List.of("/internal/", "/actuator/", "/v3/api-docs/");

    private final Problems problems;
    private final ApplicationEventPublisher inside;

    public ProblemEntryPoint(Problems problems, ApplicationEventPublisher inside) {
        this.problems = problems;
        this.inside = inside;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException unauthenticated)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write(response, problems.of(CommonProblem.UNAUTHENTICATED));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        inside.publishEvent(new AccessRefused(request.getMethod() + " " + area(request.getRequestURI())));
        problems.write(response, problems.of(CommonProblem.FORBIDDEN));
    }

    /** What is refused before a route is found is one of few areas as a whole. */
    private static String area(String path) {
        return AREAS.stream().filter(path::startsWith).findFirst().orElse("/") + "**";
    }
}
