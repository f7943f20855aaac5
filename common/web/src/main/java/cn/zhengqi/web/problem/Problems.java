package cn.zhengqi.web.problem;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemCode;
import cn.zhengqi.kernel.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Builds the one form in which failures are answered. */
public final class Problems {

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
        body.setTitle(code.title());
        body.setDetail(detail);
        extras.forEach(body::setProperty);
        body.setProperty("code", code.name());
        body.setProperty("traceId", traceIds.current());
        if (!fieldErrors.isEmpty()) {
            body.setProperty("errors", fieldErrors);
        }
        return body;
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
