package cn.zhengqi.finance.api.applicant;

import java.util.Set;
import java.util.UUID;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** For message-service, whose audience may be the enterprises that applied to a bank. */
@FeignClient(name = "finance-service", contextId = "internal-applicants")
public interface InternalApplicants {

    int MOST_BANKS = 20;

    int MOST_ENTERPRISES = 2_000;

    /**
     * What is asked of some enterprises.
     *
     * @param banks at most {@value #MOST_BANKS}, or branches of banks
     * @param enterprises at most {@value #MOST_ENTERPRISES}
     */
    record Question(Set<UUID> banks, ApplicantStanding standing, Set<UUID> enterprises) {}

    /** Those of the enterprises that stand so to any of the banks, or that one of the branches handled. */
    @PostMapping("/internal/applicants")
    Set<UUID> applicants(@RequestBody Question question);
}
