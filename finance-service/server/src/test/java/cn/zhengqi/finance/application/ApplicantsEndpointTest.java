package cn.zhengqi.finance.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.finance.api.applicant.ApplicantStanding;
import cn.zhengqi.finance.api.applicant.InternalApplicants;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.web.CurrentUser;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who applied to which bank, as message-service asks. */
class ApplicantsEndpointTest extends FinanceServiceTest {

    @Autowired
    private InternalApplicants applicants;

    @Test
    void who_applied_to_a_bank_or_at_its_branch_is_named_of_those_asked_about_alone() {
        CurrentUser running = anEnterprise();
        CurrentUser refused = anEnterprise();
        CurrentUser elsewhere = anEnterprise();
        CurrentUser tookBack = anEnterprise();
        UUID branch = Ids.next();
        Answer open = submit(running, application());
        Answer over = submit(refused, application());
        Answer taken = submit(tookBack, application());
        submit(enterprise, application());
        Bank other = aBank();
        submit(elsewhere, application(aProductOf(other)));
        jdbc.sql("update loan_application set branch_id = ?, branch_name = '示例支行' where id = ?")
                .params(branch, open.id())
                .update();
        jdbc.sql(
                        "update loan_application set status = 'REFUSED', decided_at = now(), refusal_reason_code = 'OTHER', refusal_reason = '不符合' where id = ?")
                .param(over.id())
                .update();
        post(tookBack, "/api/finance/my/applications/" + taken.id() + "/withdraw", Map.of("version", taken.version()));
        Set<UUID> asked = Set.of(id(running), id(refused), id(elsewhere), id(tookBack));

        assertThat(said(bank.id(), ApplicantStanding.APPLIED, asked))
                .as("what was taken back does not count, and nobody else is named")
                .containsExactlyInAnyOrder(id(running), id(refused));
        assertThat(said(bank.id(), ApplicantStanding.RUNNING, asked)).containsExactly(id(running));
        assertThat(said(branch, ApplicantStanding.APPLIED, asked)).containsExactly(id(running));
        assertThat(said(other.id(), ApplicantStanding.RUNNING, asked)).containsExactly(id(elsewhere));
    }

    private Set<UUID> said(UUID bank, ApplicantStanding standing, Set<UUID> asked) {
        return applicants.applicants(new InternalApplicants.Question(Set.of(bank), standing, asked));
    }

    private static UUID id(CurrentUser member) {
        return Objects.requireNonNull(member.enterpriseId());
    }
}
