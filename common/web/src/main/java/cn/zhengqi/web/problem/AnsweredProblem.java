package cn.zhengqi.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Keeps with a request the problem by which it was answered, for those who look when all is over: then nothing of it is open any more. */
@RestControllerAdvice
public final class AnsweredProblem implements ResponseBodyAdvice<Object> {

    private static final String NAME = AnsweredProblem.class.getName();

    /** Empty where it was answered otherwise, or by a filter. */
    public static Optional<ProblemDetail> of(HttpServletRequest request) {
        return Optional.ofNullable((ProblemDetail) request.getAttribute(NAME));
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof ProblemDetail problem && request instanceof ServletServerHttpRequest servlet) {
            servlet.getServletRequest().setAttribute(NAME, problem);
        }
        return body;
    }
}
