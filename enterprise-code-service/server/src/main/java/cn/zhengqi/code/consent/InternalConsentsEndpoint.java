package cn.zhengqi.code.consent;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.ConsentState;
import cn.zhengqi.code.api.InternalConsents;
import cn.zhengqi.web.Callers;
import java.time.Clock;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** For services in which a person of the enterprise grants or withdraws, or which ask before they show its data. */
@RestController
class InternalConsentsEndpoint {

    private final Consents consents;
    private final Clock clock;

    InternalConsentsEndpoint(Consents consents, Clock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    @Callers("matching-service")
    @PutMapping("/internal/consents/{enterpriseId}/{category}")
    ConsentState set(
            @PathVariable("enterpriseId") UUID enterpriseId,
            @PathVariable("category") ConsentCategory category,
            @RequestBody InternalConsents.Wish wish) {
        return consents.wish(
                enterpriseId, category, wish.granted(), new Actor(wish.actorId(), wish.actorName()), clock.instant());
    }

    @Callers("finance-service")
    @PutMapping("/internal/consents/{enterpriseId}/banks/{bankId}")
    InternalConsents.ToBank toBank(
            @PathVariable("enterpriseId") UUID enterpriseId,
            @PathVariable("bankId") UUID bankId,
            @RequestBody InternalConsents.WithApplication application) {
        return new InternalConsents.ToBank(consents.givenWithApplication(
                enterpriseId,
                bankId,
                application.bankName(),
                WithApplications.applicant(application.applicantId(), application.applicationNumber()),
                application.givenAt()));
    }

    @Callers("finance-service")
    @PutMapping("/internal/consents/{enterpriseId}/banks/{bankId}/report")
    InternalConsents.ToBank reportToBank(
            @PathVariable("enterpriseId") UUID enterpriseId,
            @PathVariable("bankId") UUID bankId,
            @RequestBody InternalConsents.WithApplication application) {
        InternalConsents.ToBank register = toBank(enterpriseId, bankId, application);
        return register.standing().allows()
                ? new InternalConsents.ToBank(consents.reportTo(enterpriseId, bankId))
                : register;
    }
}
