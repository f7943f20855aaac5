package cn.zhengqi.web.client;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import feign.Response;
import feign.Util;
import feign.codec.ErrorDecoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives the asking service the problem of the one that was asked: 4xx with its own code and text. What is wrong between
 * services (401, 403, 5xx) is nothing the person can help; they hear that the service is unavailable.
 */
public final class ProblemDecoder implements ErrorDecoder {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemDecoder.class);

    private final JsonMapper json;
    private final ServiceTokens tokens;

    public ProblemDecoder(JsonMapper json, ServiceTokens tokens) {
        this.json = json;
        this.tokens = tokens;
    }

    @Override
    public Exception decode(String method, Response response) {
        String body = body(response);
        int status = response.status();
        if (status == 401 || status == 403 || status >= 500) {
            LOG.warn("{} was answered {} {}", method, status, named(body));
            if (status == 401) {
                tokens.forget();
            }
            return status >= 500 ? new ProblemException(CommonProblem.SERVICE_UNAVAILABLE) : new RefusedQuestion();
        }
        try {
            JsonNode problem = json.readTree(body);
            if (problem.path("code").isString()) {
                String title = problem.path("title").asString("");
                return new ProblemException(
                        new RemoteProblem(problem.path("code").asString(), status, title),
                        problem.path("detail").asString(title),
                        fieldErrors(problem),
                        Map.of());
            }
        } catch (JacksonException notAProblem) {
            LOG.warn("{} was answered {} with something other than a problem", method, status);
        }
        return new ProblemException(CommonProblem.forStatus(status));
    }

    /** Of an answer no more than what a problem of this platform is called: whatever else answers there may carry anything. */
    private String named(String body) {
        try {
            JsonNode problem = json.readTree(body);
            return problem.path("code").asString("") + " "
                    + problem.path("title").asString("") + ", trace "
                    + problem.path("traceId").asString("unknown");
        } catch (JacksonException notAProblem) {
            return "with something other than a problem";
        }
    }

    private static List<FieldProblem> fieldErrors(JsonNode problem) {
        List<FieldProblem> errors = new ArrayList<>();
        for (JsonNode error : problem.path("errors")) {
            errors.add(new FieldProblem(
                    error.path("field").asString(""),
                    error.path("code").asString("INVALID"),
                    error.path("message").asString("")));
        }
        return errors;
    }

    private static String body(Response response) {
        try {
            return response.body() == null ? "" : Util.toString(response.body().asReader(Util.UTF_8));
        } catch (IOException unreadable) {
            return "";
        }
    }
}
