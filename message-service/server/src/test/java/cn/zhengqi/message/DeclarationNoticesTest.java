package cn.zhengqi.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.audience.Notices;
import cn.zhengqi.message.audience.UserService;
import cn.zhengqi.policy.api.DeclarationApproved;
import cn.zhengqi.policy.api.DeclarationHandedOver;
import cn.zhengqi.policy.api.DeclarationParties;
import cn.zhengqi.policy.api.DeclarationSentBack;
import cn.zhengqi.policy.api.DeclarationSubmitted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the enterprise and the department are told of a declaration. */
@MessageServiceTest
class DeclarationNoticesTest {

    private final UUID department = Ids.next();
    private final UUID officer = Ids.next();
    private final UUID applicant = Ids.next();
    private final DeclarationParties parties = new DeclarationParties(
            Ids.next(), "SB1", Ids.next(), "专精特新申报", department, "经信委", Ids.next(), "甲公司", applicant, false);

    @Autowired
    private Notices notices;

    @Test
    void both_sides_hear_of_a_submission_and_the_enterprise_of_what_became_of_it() {
        UserService.lets(department, "policy.declaration.handle", officer);

        notices.tell(new DeclarationSubmitted(parties, "受理", LocalDate.of(2026, 12, 2), null, Instant.now()), 1);
        await().untilAsserted(() -> {
            assertThat(notices.told(officer)).containsExactly("新的政策申报待受理 /declarations/" + parties.declarationId());
            assertThat(notices.told(applicant)).containsExactly("政策申报已提交 /declarations/" + parties.declarationId());
        });

        notices.tell(new DeclarationSentBack(parties, "请核对", List.of("主导产品", "营业执照"), Instant.now()), 2);
        await().untilAsserted(() -> assertThat(notices.told(applicant)).hasSize(2));
        assertThat(notices.body(applicant)).isEqualTo("“专精特新申报”（SB1）被退回补正：请核对。需补正：主导产品、营业执照。补正前办理时限暂停计算。");

        notices.tell(new DeclarationApproved(parties, Instant.now()), 3);
        await().untilAsserted(() ->
                assertThat(notices.told(applicant)).hasSize(3).last().asString().startsWith("政策申报已批准"));
    }

    @Test
    void who_is_given_a_declaration_hears_of_it_and_nobody_else() {
        UUID colleague = Ids.next();
        UserService.lets(department, "policy.declaration.handle", officer, colleague);

        notices.tell(new DeclarationHandedOver(parties, "初审", colleague, "出差两周", Instant.now()), 1);
        await().untilAsserted(() -> assertThat(notices.told(colleague))
                .containsExactly("转来一份政策申报 /declarations/" + parties.declarationId()));
        assertThat(notices.told(officer)).isEmpty();
    }
}
