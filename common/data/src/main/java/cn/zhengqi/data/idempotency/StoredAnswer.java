package cn.zhengqi.data.idempotency;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What was answered under a key, to be answered again.
 *
 * @param standing by what it was made; null for an answer of before that was kept
 * @param age since the request came
 */
record StoredAnswer(
        byte[] requestHash,
        int status,
        @Nullable String contentType,
        @Nullable String location,
        byte @Nullable [] body,
        byte @Nullable [] standing,
        Duration age) {

    /** @throws ProblemException ANSWER_NOT_REPEATED when who asks sees something else by now than was answered, or could */
    void mustHold(Standing now, int seconds) {
        boolean asThen = standing == null || new Standing(standing).equals(now);
        boolean fresh = seconds == 0 || age.compareTo(Duration.ofSeconds(seconds)) <= 0;
        if (!asThen || !fresh) {
            throw new ProblemException(CommonProblem.ANSWER_NOT_REPEATED);
        }
    }

    void replayOn(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setHeader("Idempotency-Replayed", "true");
        if (contentType != null) {
            response.setContentType(contentType);
        }
        if (location != null) {
            response.setHeader(HttpHeaders.LOCATION, location);
        }
        if (body != null && body.length > 0) {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
