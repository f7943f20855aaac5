package cn.zhengqi.web.problem;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemCode;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CallingSystem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;

/** Builds the one form in which failures are answered. */
public final class Problems {

    /** A program has no page to load anew. */
    private static final String READ_AGAIN = "事项已有变化，请重新读取，按新的 version 再提交";

    private final TraceIds traceIds;
    private final JsonMapper json;

    public Problems(TraceIds traceIds, JsonMapper json) {
        this.traceIds = traceIds;
        this.json = json;
    }

    public ProblemDetail of(ProblemException problem) {
        return of(problem.code(), problem.detail(), problem.fieldErrors(), problem.extras());
    }

    public ProblemDetail of(ProblemCode code) {
        return of(code, code.title(), List.of(), Map.of());
    }

    public ProblemDetail of(
            ProblemCode code, String detail, List<FieldProblem> fieldErrors, Map<String, Object> extras) {
        ProblemDetail body = ProblemDetail.forStatus(HttpStatusCode.valueOf(code.status()));
        body.setType(URI.create(code.urn()));
        boolean again = code == CommonProblem.VERSION_CONFLICT && isAskedBySystem();
        body.setTitle(code.title());
        body.setDetail(again ? READ_AGAIN : detail);
        extras.forEach(body::setProperty);
        body.setProperty("code", code.name());
        body.setProperty("traceId", traceIds.current());
        if (!fieldErrors.isEmpty()) {
            body.setProperty("errors", fieldErrors);
        }
        return body;
    }

    private static boolean isAskedBySystem() {
        return CallingSystem.of(SecurityContextHolder.getContext().getAuthentication())
                .isPresent();
    }

    /** For filters, which have no message converters. */
    public void write(HttpServletResponse response, ProblemDetail body) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(body.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }
}
