package cn.zhengqi.code.openapi;

import cn.zhengqi.code.api.InternalConsents;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.Callers;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** For matching-service, before it shows another system what fits an enterprise. */
@RestController
class MatchConsentsEndpoint {

    private final MatchConsents consents;

    MatchConsentsEndpoint(MatchConsents consents) {
        this.consents = consents;
    }

    /** A refusal is an answer here: between services a 403 would mean that the service may not ask. */
    @Callers("matching-service")
    @PostMapping("/internal/consents/systems")
    InternalConsents.SystemMay read(@RequestBody InternalConsents.SystemAsks asks) {
        try {
            return new InternalConsents.SystemMay(consents.read(asks), null);
        } catch (ProblemException refusal) {
            if (refusal.code().status() != HttpStatus.FORBIDDEN.value()) {
                throw refusal;
            }
            return new InternalConsents.SystemMay(
                    null,
                    new InternalConsents.Refusal(
                            refusal.code().name(),
                            refusal.code().status(),
                            refusal.code().title(),
                            refusal.detail()));
        }
    }
}
