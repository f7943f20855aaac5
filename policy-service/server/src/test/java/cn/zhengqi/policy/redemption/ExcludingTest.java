package cn.zhengqi.policy.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.web.CurrentUser;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Policies that exclude each other by their documents: asked where an application begins, where it is recognised and where it is paid. */
class ExcludingTest extends PaymentServiceTest {

    private static final String CERTAIN = """
            {"text": "与设备更新补助不可重复享受", "place": "第九条", "certain": true}""";

    private static final String UNCERTAIN = "{\"text\": \"文件未明示\", \"certain\": false}";

    /** As it was before a test took it down. */
    @AfterEach
    void published_again() {
        jdbc.sql("""
                        update policy_edition set publication = 'PUBLISHED', withdrawn_at = null, withdrawn_reason = null
                        where publication = 'WITHDRAWN' and withdrawn_reason = '互斥测试'""").update();
    }

    @Test
    void policies_that_exclude_each_other_by_their_documents_are_not_paid_both() {
        Answer one = paying(500_000);
        Answer living = applied(firm, one, 100_000);
        UUID first = policy;
        excludes("N07", CERTAIN, () -> {
            policy = policyOf("N07");
            Answer other = paying(500_000);
            Answer refused = applied(firm, other, 100_000);
            assertThat(refused.code()).isEqualTo("REDEMPTION_EXCLUDED");
            assertThat(refused.get("detail").toString())
                    .contains(String.valueOf(living.get("number")), "与设备更新补助不可重复享受", "第九条");
            CurrentUser another = aFirm();
            applied(another, other, 100_000);
            assertThat(applied(another, one, 100_000).code())
                    .as("what one document says holds for both")
                    .isEqualTo("REDEMPTION_EXCLUDED");
            mine(firm, living, "withdraw", Map.of());
            assertThat(applied(firm, other, 100_000).status())
                    .as("what was taken back excludes nothing")
                    .isEqualTo(201);
        });
        policy = first;
    }

    @Test
    void by_a_clause_that_nobody_verified_nobody_is_refused_but_it_is_not_passed_over() {
        applied(firm, paying(500_000), 100_000);
        excludes("N07", UNCERTAIN, () -> {
            policy = policyOf("N07");
            Answer project = paying(500_000);
            assertThat(get(firm, "/api/policy/my/redemptions/projects/" + project.id() + "/eligibility")
                            .get("excludedBy")
                            .toString())
                    .contains("certain=false", "依据待核实");
            Answer applied = applied(firm, project, 100_000);
            assertThat(applied.status()).isEqualTo(201);
            assertThat(applied.get("timeline").toString()).contains("可能与", "依据待核实", "文件未明示");
        });
    }

    @Test
    void what_was_begun_before_its_document_excluded_another_is_recognised_and_the_other_is_not() {
        Answer first = applied(firm, paying(500_000), 100_000);
        Answer second = applied(firm, under("N07"), 100_000);
        excludes("N07", CERTAIN, () -> {
            assertThat(read(second).get("excludedBy").toString())
                    .as("the reviewer reads it before they decide")
                    .contains("certain=true", String.valueOf(first.get("number")));
            Answer refused = decide(clerk, second, "recognise", Map.of());
            assertThat(refused.code()).isEqualTo("REDEMPTION_EXCLUDED");
            assertThat(refused.get("detail").toString()).contains(String.valueOf(first.get("number")), "与设备更新补助不可重复享受");
            assertThat(read(first).get("excludedBy")).as("it was begun first").isNull();
            assertThat(get(firm, "/api/policy/my/redemptions/" + second.id()).get("excludedBy"))
                    .as("what its reviewer decides over is the department's")
                    .isNull();
            assertThat(decide(clerk, first, "recognise", Map.of()).status()).isEqualTo(200);
            decide(clerk, read(first), "reject", Map.of("reason", "不符合条件"));
            assertThat(decide(clerk, second, "recognise", Map.of()).status())
                    .as("what is over excludes nothing")
                    .isEqualTo(200);
        });
    }

    @Test
    void of_two_that_hold_money_already_neither_is_paid_before_the_other_is_ended() {
        Answer first = approved(firm, paying(500_000), 100_000);
        Answer second = approved(firm, under("N07"), 100_000);
        Answer batch = prepared(clerk, second);
        excludes("N07", CERTAIN, () -> {
            Answer refused = prepare(clerk, first.id());
            assertThat(refused.code()).isEqualTo("NOT_PAYABLE");
            assertThat(refused.get("errors").toString()).contains("code=EXCLUDED", "与设备更新补助不可重复享受", "请先终止其中一笔");
            Answer unapproved = step(chief, batch, "approve");
            assertThat(unapproved.code()).isEqualTo("NOT_PAYABLE");
            assertThat(unapproved.get("errors").toString())
                    .contains("code=EXCLUDED", String.valueOf(first.get("number")));

            assertThat(decide(clerk, read(second), "end", Map.of("reason", "已享受其他补助"))
                            .get("status"))
                    .isEqualTo("ENDED");
            assertThat(prepare(clerk, first.id()).status()).isEqualTo(201);
        });
        assertThat(differences()).isEmpty();
    }

    @Test
    void what_was_granted_counts_though_the_document_that_said_so_is_taken_down() {
        Answer mine = under("N06");
        excludes("N07", CERTAIN, () -> {
            Answer granted = applied(firm, under("N07"), 100_000);
            takenDown("N07");
            Answer refused = applied(firm, mine, 100_000);
            assertThat(refused.code()).isEqualTo("REDEMPTION_EXCLUDED");
            assertThat(refused.get("detail").toString()).contains(String.valueOf(granted.get("number")));
            assertThat(applied(aFirm(), mine, 100_000).status())
                    .as("who was granted nothing is free")
                    .isEqualTo(201);
            published_again();
        });
    }

    @Test
    void what_was_granted_counts_though_a_new_edition_does_not_say_so_any_more() {
        Answer mine = under("N06");
        Answer granted = applied(firm, under("N07"), 100_000);
        UUID now = jdbc.sql("select id from policy_edition where publication = 'PUBLISHED' and policy_id = ?")
                .param(policyOf("N07"))
                .query(UUID.class)
                .single();
        UUID old = UUID.randomUUID();
        jdbc.sql("update policy_edition set edition = edition + 1 where id = ?")
                .param(now)
                .update();
        jdbc.sql("""
                        insert into policy_edition select (jsonb_populate_record(e, jsonb_build_object('id', ?::text, 'edition', e.edition - 1,
                          'publication', 'REPLACED', 'replaced_at', clock_timestamp(),
                          'rule', jsonb_set(e.rule, '{exclusions}', jsonb_build_array(jsonb_build_object('with', 'N06', 'clause', ?::jsonb)))))).*
                        from policy_edition e where e.id = ?""").params(old.toString(), CERTAIN, now).update();
        try {
            assertThat(applied(firm, mine, 100_000).get("detail").toString())
                    .contains(String.valueOf(granted.get("number")), "第九条");
            CurrentUser later = aFirm();
            applied(later, under("N07"), 100_000);
            assertThat(applied(later, mine, 100_000).status())
                    .as("by the edition that holds they do not exclude each other")
                    .isEqualTo(201);
        } finally {
            jdbc.sql("delete from policy_edition where id = ?").param(old).update();
            jdbc.sql("update policy_edition set edition = edition - 1 where id = ?")
                    .param(now)
                    .update();
        }
    }

    @Test
    void a_year_that_only_one_of_both_projects_names_does_not_part_what_is_applied_for_on_one_day() {
        Map<String, Object> ofLastYear = payout(A_TENTH, 500_000);
        ofLastYear.put("exclusiveGroup", "跨年互斥");
        ofLastYear.put("exclusiveYear", 2020);
        applied(firm, paying(ofLastYear), 100_000);
        excludes("N07", CERTAIN, () -> {
            assertThat(applied(firm, under("N07"), 100_000).code()).isEqualTo("REDEMPTION_EXCLUDED");
            policy = policyOf("N07");
            Map<String, Object> another = payout(A_TENTH, 500_000);
            another.put("exclusiveGroup", "另一互斥");
            another.put("exclusiveYear", 2021);
            assertThat(applied(firm, paying(another), 100_000).status())
                    .as("where both name one it is that which counts")
                    .isEqualTo(201);
        });
    }

    @Test
    void over_a_clause_that_nobody_verified_the_reviewer_decides_in_writing() {
        applied(firm, paying(500_000), 100_000);
        excludes("N07", UNCERTAIN, () -> {
            Answer second = applied(firm, under("N07"), 100_000);
            assertThat(read(second).get("excludedBy").toString()).contains("certain=false", "文件未明示");
            assertThat(decide(clerk, second, "recognise", Map.of()).errors()).containsOnlyKeys("despite");
            Answer recognised = decide(clerk, second, "recognise", Map.of("despite", "经核对文件原文可以同享"));
            assertThat(recognised.get("status")).isEqualTo("IN_NOTICE");
            assertThat(recognised.get("timeline").toString()).contains("可能与", "仍予核定：经核对文件原文可以同享");
        });
    }

    @Test
    void an_offer_is_not_confirmed_by_who_was_granted_by_now_what_excludes_it() {
        Answer project = exempt();
        offered(project, firm);
        Answer offer = mineOf(firm);
        Answer granted = noticed(firm, under("N07"), 100_000);
        excludes("N07", CERTAIN, () -> {
            Answer refused = mine(firm, offer, "confirm", Map.of("account", account(firm)));
            assertThat(refused.code()).isEqualTo("REDEMPTION_EXCLUDED");
            assertThat(refused.get("detail").toString()).contains(String.valueOf(granted.get("number")));
        });
    }

    private Answer under(String code) {
        UUID before = policy;
        policy = policyOf(code);
        Answer project = paying(500_000);
        policy = before;
        return project;
    }

    private Answer read(Answer application) {
        return get(clerk, "/api/policy/redemption/applications/" + application.id());
    }

    private void takenDown(String code) {
        jdbc.sql("""
                        update policy_edition set publication = 'WITHDRAWN', withdrawn_at = clock_timestamp(), withdrawn_reason = '互斥测试'
                        where publication = 'PUBLISHED' and policy_id = ?""").param(policyOf(code)).update();
    }

    private UUID policyOf(String code) {
        return jdbc.sql("select id from policy where code = ?")
                .param(code)
                .query(UUID.class)
                .single();
    }

    /** As long as that is done the published rule of a policy names N06. */
    private void excludes(String code, String clause, Runnable meanwhile) {
        String rule = jdbc.sql(
                        "select rule::text from policy_edition where publication = 'PUBLISHED' and policy_id = ?")
                .param(policyOf(code))
                .query(String.class)
                .single();
        String say = "update policy_edition set rule = ?::jsonb where publication = 'PUBLISHED' and policy_id = ?";
        try {
            jdbc.sql("""
                            update policy_edition set rule = jsonb_set(rule, '{exclusions}',
                              jsonb_build_array(jsonb_build_object('with', 'N06', 'clause', ?::jsonb)))
                            where publication = 'PUBLISHED' and policy_id = ?""").params(clause, policyOf(code)).update();
            meanwhile.run();
        } finally {
            jdbc.sql(say).params(rule, policyOf(code)).update();
        }
    }
}
