package cn.zhengqi.policy.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.kernel.Ids;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** The laws of the ledger, as the database holds them whoever writes. */
class LedgerTest extends RedemptionServiceTest {

    @Test
    void nothing_in_it_is_changed_or_taken_out() {
        Answer project = paying(500_000);
        List.of(
                        "update redemption_entry set amount = 1 where project_id = ?",
                        "delete from redemption_entry where project_id = ?",
                        "update redemption_budget set allocated = 9999999 where project_id = ?",
                        "delete from redemption_budget where project_id = ?")
                .forEach(statement -> assertThatThrownBy(
                                () -> jdbc.sql(statement).param(project.id()).update())
                        .as(statement)
                        .hasMessageContaining("only ever added to"));
        assertThatThrownBy(() -> jdbc.sql("truncate redemption_entry").update())
                .hasMessageContaining("only ever added to");
    }

    @Test
    void more_than_a_ledger_can_hold_is_refused_at_its_field() {
        Answer project = paying(500_000);
        Answer refused = desk(
                clerk,
                get(clerk, "/api/policy/manage/redemption-projects/" + project.id()),
                "allocate",
                Map.of("amount", new BigDecimal("999999999999.99"), "note", "追加"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).containsKey("amount");
        assertThat(money(project)).isEqualTo(yuan(500_000, 0, 0, 0, 0));
    }

    @Test
    void money_goes_one_way_and_each_step_of_it_once() {
        Answer project = paying(500_000);
        UUID it = noticed(firm, project, 800_000).id();

        refused(project, it, "RESERVE", "80000", null);
        refused(project, it, "APPROVE", "79999", null);
        refused(project, it, "PAY", "80000", UUID.randomUUID());
        book(project, it, "APPROVE", "80000");
        refused(project, it, "APPROVE", "80000", null);
        refused(project, it, "PAY", "80000", UUID.randomUUID());
        book(project, it, "RELEASE", "80000");
        refused(project, it, "RELEASE", "80000", null);
        refused(project, paying(1000), it, "RELEASE");
        assertThat(money(project)).isEqualTo(yuan(500_000, 0, 0, 0, 0));
        // As the application would say it.
        jdbc.sql("update redemption_application set status = 'WITHDRAWN' where id = ?")
                .param(it)
                .update();
        assertThat(differences()).isEmpty();
    }

    @Test
    void it_is_read_by_the_times_that_it_shows_also_of_what_was_entered_later() {
        Answer project = paying(1000);
        for (int days : new int[] {3, 1, 2}) {
            jdbc.sql("""
                            insert into redemption_entry (id, project_id, kind, amount, actor, at)
                            values (?, ?, 'ALLOCATE', ?, '测试', now() - make_interval(days => ?))""").params(Ids.next(), project.id(), days, days).update();
        }

        assertThat(items(get(clerk, "/api/policy/manage/redemption-projects/" + project.id() + "/entries")))
                .extracting(entry -> new BigDecimal(String.valueOf(entry.get("amount"))).intValue())
                .containsExactly(1000, 1, 2, 3);
    }

    private void refused(Answer project, Answer another, UUID application, String kind) {
        assertThatThrownBy(() -> book(another, application, kind, "80000"))
                .as("of another project's money")
                .isInstanceOf(DataAccessException.class);
        assertThat(money(another)).isEqualTo(yuan(1000, 0, 0, 0, 0));
        assertThat(money(project)).isNotEmpty();
    }

    private void refused(Answer project, UUID application, String kind, String amount, UUID batch) {
        List<BigDecimal> before = money(project);
        assertThatThrownBy(() -> book(project, application, kind, amount, batch))
                .as(kind)
                .isInstanceOf(DataAccessException.class);
        assertThat(money(project)).isEqualTo(before);
    }

    private void book(Answer project, UUID application, String kind, String amount) {
        book(project, application, kind, amount, null);
    }

    private void book(Answer project, UUID application, String kind, String amount, UUID batch) {
        jdbc.sql("""
                        insert into redemption_entry (id, project_id, application_id, batch_id, kind, amount, actor, at)
                        values (?, ?, ?, ?, ?, ?::numeric, '测试', now())""")
                .params(Ids.next(), project.id(), application, batch, kind, amount)
                .update();
    }

    /** Whatever is tried in whichever order: what is booked adds up to what the budget says, nothing is negative, and nothing is above it. */
    @Test
    void whatever_is_tried_every_yuan_is_somewhere() {
        for (long seed = 1; seed <= 6; seed++) {
            Random random = new Random(seed);
            Answer project = paying(300_000);
            List<UUID> applications = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                applications.add(applied(aFirm(), project, 800_000).id());
            }
            BigDecimal allocated = new BigDecimal("300000");
            BigDecimal returned = BigDecimal.ZERO;
            Map<UUID, String> states = new HashMap<>();
            for (int step = 0; step < 60; step++) {
                String kind = List.of("ALLOCATE", "RETURN", "RESERVE", "RELEASE", "APPROVE")
                        .get(random.nextInt(5));
                boolean ofProject = kind.equals("ALLOCATE") || kind.equals("RETURN");
                UUID application = ofProject ? null : applications.get(random.nextInt(applications.size()));
                BigDecimal amount =
                        ofProject ? BigDecimal.valueOf(1 + random.nextInt(40_000)) : new BigDecimal("80000");
                BigDecimal free = money(project).getFirst();
                String state = application == null ? "" : states.getOrDefault(application, "NEW");
                boolean may = switch (kind) {
                    case "ALLOCATE" -> true;
                    case "RETURN" -> free.compareTo(amount) >= 0;
                    case "RESERVE" -> state.equals("NEW") && free.compareTo(amount) >= 0;
                    case "APPROVE" -> state.equals("RESERVE");
                    default -> state.equals("RESERVE") || state.equals("APPROVE");
                };
                boolean done;
                try {
                    book(project, application, kind, amount.toPlainString());
                    done = true;
                } catch (DataAccessException refused) {
                    done = false;
                }
                assertThat(done)
                        .as("seed %s step %s: %s in %s", seed, step, kind, state)
                        .isEqualTo(may);
                if (done && application != null) {
                    states.put(application, kind);
                } else if (done && kind.equals("ALLOCATE")) {
                    allocated = allocated.add(amount);
                } else if (done) {
                    returned = returned.add(amount);
                }
                long reserved =
                        states.values().stream().filter("RESERVE"::equals).count();
                long approved =
                        states.values().stream().filter("APPROVE"::equals).count();
                BigDecimal bound = BigDecimal.valueOf(80_000 * (reserved + approved));
                List<BigDecimal> money = money(project);
                assertThat(money).allSatisfy(it -> assertThat(it.signum()).isNotNegative());
                assertThat(money.get(0))
                        .isEqualByComparingTo(allocated.subtract(returned).subtract(bound));
                assertThat(money.get(1)).isEqualByComparingTo(BigDecimal.valueOf(80_000 * reserved));
                assertThat(money.get(2)).isEqualByComparingTo(BigDecimal.valueOf(80_000 * approved));
            }
            // The applications did not move with what was booked: they are made to say the same.
            states.forEach((id, kind) -> jdbc.sql("""
                            update redemption_application set amount = 80000, notice_from = current_date,
                              status = case ? when 'RESERVE' then 'IN_NOTICE' when 'APPROVE' then 'APPROVED' else 'WITHDRAWN' end
                            where id = ?""").params(kind, id).update());
        }
        assertThat(differences()).isEmpty();
    }

    @Test
    void what_does_not_fit_together_is_told() {
        Answer noticed = noticed(firm, paying(500_000), 800_000);
        assertThat(differences()).isEmpty();
        jdbc.sql("update redemption_application set amount = 70000 where id = ?")
                .param(noticed.id())
                .update();
        assertThat(differences())
                .hasSize(3)
                .anyMatch(it -> it.contains("applications that the ledger has otherwise: " + noticed.get("number")))
                .anyMatch(it -> it.contains("budget reserved, by applications") && it.contains("10000.00"))
                .anyMatch(it -> it.contains("projects: budget reserved, by applications"));
        jdbc.sql("update redemption_application set amount = 80000 where id = ?")
                .param(noticed.id())
                .update();
    }

    @Test
    void a_budget_is_raised_and_what_is_free_is_given_back() {
        Answer project = paying(100_000);
        Answer raised = desk(clerk, project, "allocate", Map.of("amount", 50_000.5, "note", "区财〔2026〕1号"));
        assertThat(raised.status()).isEqualTo(200);
        noticed(firm, project, 800_000);
        assertThat(desk(clerk, raised, "return", Map.of("amount", 70_001, "note", "年底交回"))
                        .code())
                .isEqualTo("BUDGET_EXHAUSTED");
        Answer returned = desk(clerk, raised, "return", Map.of("amount", 70_000, "note", "年底交回"));
        assertThat(returned.status()).isEqualTo(200);
        assertThat(items(get(clerk, "/api/policy/manage/redemption-projects/" + project.id() + "/entries")))
                .extracting(it -> it.get("kind"))
                .containsExactly("RETURN", "RESERVE", "ALLOCATE", "ALLOCATE");
        assertThat(desk(clerk, raised, "allocate", Map.of("amount", 1, "note", "重复"))
                        .code())
                .as("who decided by the older figure looks again")
                .isEqualTo("VERSION_CONFLICT");
        assertThat(differences()).isEmpty();
    }
}
