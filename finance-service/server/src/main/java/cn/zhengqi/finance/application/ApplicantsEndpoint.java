package cn.zhengqi.finance.application;

import cn.zhengqi.finance.api.applicant.ApplicantStanding;
import cn.zhengqi.finance.api.applicant.InternalApplicants;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.Callers;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers("message-service")
class ApplicantsEndpoint implements InternalApplicants {

    private final JdbcClient jdbc;

    ApplicantsEndpoint(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From the primary: who applied a moment ago is told, and who took it back is not. */
    @Override
    @Transactional
    @PostMapping("/internal/applicants")
    public Set<UUID> applicants(@RequestBody Question question) {
        require("banks", question.banks(), MOST_BANKS, "家金融机构");
        require("enterprises", question.enterprises(), MOST_ENTERPRISES, "家企业");
        UUID[] banks = question.banks().toArray(UUID[]::new);
        return new HashSet<>(jdbc.sql("select distinct enterprise_id from loan_application where enterprise_id = any(?)"
                        + " and (bank_id = any(?) or branch_id = any(?)) and "
                        + (question.standing() == ApplicantStanding.RUNNING
                                ? "status in ('SUBMITTED', 'IN_REVIEW', 'NEED_MATERIAL', 'APPROVED')"
                                : "status != 'WITHDRAWN'"))
                .params(question.enterprises().toArray(UUID[]::new), banks, banks)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    private static void require(String field, Set<UUID> some, int most, String what) {
        if (some.size() > most) {
            throw ProblemException.validation(field, "SIZE", "一次最多 " + most + " " + what);
        }
    }
}
