package cn.zhengqi.policy.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.policy.api.InternalRedemption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each figure of the verification can differ, and does where what it compares was changed behind the back of all that keeps it right. */
class VerificationTest extends PaymentServiceTest {

    private static final String BY_LEDGER = "applications that the ledger has otherwise";
    private static final String BY_PAYMENTS = "applications that their payments have otherwise";
    private static final String PAYMENTS = "payments that the ledger has otherwise";
    private static final String BATCHES = "batches, by their payments";
    private static final String A_BATCH = "batches whose payments differ";

    @Autowired
    private InternalRedemption verification;

    private final Map<String, Object> ids = new HashMap<>();

    /** One break, as SQL over what stands below, and the rows that tell it: those and no other. */
    private record Broken(String what, Set<String> told, List<String> by) {}

    private static Broken broken(String what, List<String> told, String... by) {
        return new Broken(what, new TreeSet<>(told), List.of(by));
    }

    /** The sum and how many projects differ in it. */
    private static List<String> both(String figure) {
        return List.of(figure, "projects: " + figure);
    }

    @SafeVarargs
    private static List<String> all(List<String>... of) {
        return Stream.of(of).flatMap(List::stream).toList();
    }

    private static final List<Broken> BREAKS = List.of(
            broken(
                    "a budget that has more than it was given",
                    both("budget allocated, by the ledger"),
                    "update redemption_budget set allocated = allocated + 1 where project_id = :project"),
            broken(
                    "what it was given changed in the ledger",
                    both("budget allocated, by the ledger"),
                    "update redemption_entry set amount = amount + 1 where project_id = :project and kind = 'ALLOCATE'"),
            broken(
                    "what one project has too much and another lacks",
                    List.of("projects: budget allocated, by the ledger"),
                    "update redemption_budget set allocated = allocated + 1 where project_id = :project",
                    "update redemption_budget set allocated = allocated - 1 where project_id = :other"),
            broken(
                    "what a budget gave back",
                    both("budget returned, by the ledger"),
                    "update redemption_budget set returned = returned + 1 where project_id = :project"),
            broken(
                    "what was given back changed in the ledger",
                    both("budget returned, by the ledger"),
                    "update redemption_entry set amount = amount + 1 where project_id = :project and kind = 'RETURN'"),
            broken(
                    "what a budget reserves",
                    all(both("budget reserved, by the ledger"), both("budget reserved, by applications")),
                    "update redemption_budget set reserved = reserved + 1 where project_id = :project"),
            broken(
                    "what was reserved changed in the ledger",
                    all(both("budget reserved, by the ledger"), List.of(BY_LEDGER)),
                    "update redemption_entry set amount = amount + 1 where application_id = :noticed"),
            broken(
                    "what an application in notice is granted",
                    all(both("budget reserved, by applications"), List.of(BY_LEDGER)),
                    "update redemption_application set amount = amount + 1 where id = :noticed"),
            broken(
                    "what a budget has to pay",
                    all(both("budget approved, by the ledger"), both("budget approved, by applications")),
                    "update redemption_budget set approved = approved + 1 where project_id = :project"),
            broken(
                    "what was approved changed in the ledger",
                    all(
                            both("budget reserved, by the ledger"),
                            both("budget approved, by the ledger"),
                            List.of(BY_LEDGER)),
                    "update redemption_entry set amount = amount + 1 where application_id = :approved and kind = 'APPROVE'"),
            broken(
                    "what an approved application is granted",
                    all(both("budget approved, by applications"), List.of(BY_LEDGER)),
                    "update redemption_application set amount = amount + 1 where id = :approved"),
            broken(
                    "what a budget paid",
                    all(
                            both("budget paid, by the ledger"),
                            both("budget paid, by applications"),
                            both("budget paid, by batches")),
                    "update redemption_budget set paid = paid + 1 where project_id = :project"),
            broken(
                    "what was paid changed in the ledger",
                    all(
                            both("budget approved, by the ledger"),
                            both("budget paid, by the ledger"),
                            List.of(BY_LEDGER, PAYMENTS)),
                    "update redemption_entry set amount = amount + 1 where application_id = :paid and kind = 'PAY'"),
            broken(
                    "what a paid application was granted",
                    all(both("budget paid, by applications"), List.of(BY_LEDGER, BY_PAYMENTS)),
                    "update redemption_application set amount = amount + 1 where id = :paid"),
            broken(
                    "what a batch paid",
                    all(both("budget paid, by batches"), List.of(BY_PAYMENTS, PAYMENTS, BATCHES, A_BATCH)),
                    "update redemption_batch_item set amount = amount + 1 where application_id = :paid"),
            broken(
                    "what a batch is to pay",
                    all(both("applications being paid, by batches"), List.of(BY_PAYMENTS, BATCHES, A_BATCH)),
                    "update redemption_batch_item set amount = amount + 1 where application_id = :paying"),
            broken(
                    "what an application that is being paid is granted",
                    all(
                            both("budget approved, by applications"),
                            both("applications being paid, by batches"),
                            List.of(BY_LEDGER, BY_PAYMENTS)),
                    "update redemption_application set amount = amount + 1 where id = :paying"),
            broken(
                    "what a batch says that it comes to",
                    List.of(BATCHES, A_BATCH),
                    "update redemption_batch set total = total + 1 where id = :open"),
            broken(
                    "what one batch has too much and another lacks",
                    List.of(A_BATCH),
                    "update redemption_batch set total = total + 1 where id = :open",
                    "update redemption_batch set total = total - 1 where id = :settled"),
            broken(
                    "how many payments a batch says that it has",
                    List.of(A_BATCH),
                    "update redemption_batch set payments = payments + 1 where id = :open"),
            broken(
                    "a payment that is over in a batch that is not",
                    all(
                            both("applications being paid, by batches"),
                            List.of(BY_PAYMENTS, "payments pending outside an open batch")),
                    "update redemption_batch_item set outcome = 'CANCELLED' where application_id = :paying"),
            broken(
                    "a payment that is booked once more",
                    all(
                            both("budget approved, by the ledger"),
                            both("budget paid, by the ledger"),
                            List.of("applications paid more than once", PAYMENTS)),
                    """
                    insert into redemption_entry (id, project_id, application_id, batch_id, kind, amount, actor, at)
                    select gen_random_uuid(), project_id, application_id, :settled, 'PAY', amount, actor, at
                    from redemption_entry where application_id = :again and kind = 'PAY'"""),
            broken(
                    "what is told to have come back",
                    List.of("money that came back, by what was confirmed"),
                    "update redemption_return set amount = amount + 1 where application_id = :returned"),
            broken(
                    "one application that is paid and one that waits, of the same amount, in each other's place",
                    List.of(BY_LEDGER, BY_PAYMENTS),
                    "update redemption_application set status = 'APPROVED', paid_at = null where id = :paid",
                    "update redemption_application set status = 'PAID', paid_at = now() where id = :approved"),
            broken(
                    "what of one application's money went to another under the same project",
                    List.of(BY_LEDGER),
                    "update redemption_application set amount = amount + 1 where id = :noticed",
                    "update redemption_application set amount = amount - 1 where id = :noticedToo"),
            broken(
                    "a payment that failed and one that was made, of the same amount, in each other's place",
                    List.of(BY_PAYMENTS, PAYMENTS),
                    "update redemption_batch_item set outcome = 'FAILED', reason = '测试' where application_id = :paid",
                    "update redemption_batch_item set outcome = 'PAID', reference = 'B9' where application_id = :failed"),
            broken(
                    "a payment that came back and is in its batch as one that stands",
                    all(both("budget paid, by batches"), List.of(BY_PAYMENTS, PAYMENTS)),
                    "update redemption_batch_item set outcome = 'PAID' where application_id = :returned"),
            broken(
                    "a payment that was booked of a batch that the treasury has not answered",
                    List.of("payments pending outside an open batch", PAYMENTS),
                    "update redemption_batch set state = 'EXPORTED', settled_at = null, settled_by = null, settler = null where id = :second"));

    @BeforeEach
    void one_in_each_place_where_money_can_be() {
        Answer project = paying(1_500_000);
        desk(clerk, project, "return", Map.of("amount", 1000, "note", "年底交回"));
        ids.put("project", project.id());
        ids.put("other", paying(500_000).id());
        for (String name : List.of("approved", "paying", "paid", "failed", "again", "returned")) {
            ids.put(name, noticed(aFirm(), project, 800_000).id());
        }
        afterTheNotice();
        Answer settled = handedOver(read("paid"), read("failed"), read("again"), read("returned"));
        settled(
                clerk,
                settled,
                paid(read("paid"), "A1"),
                failed(read("failed"), "账号不存在"),
                failed(read("again"), "账号不存在"),
                paid(read("returned"), "A2"));
        confirmed(chief, cameBack(clerk, read("returned").id()));
        decide(clerk, read("again"), "pay-again", Map.of("reason", "国库已恢复"));
        Answer second = handedOver(read("again"));
        settled(clerk, second, paid(read("again"), "A3"));
        ids.put("settled", settled.id());
        ids.put("second", second.id());
        ids.put("open", prepared(clerk, read("paying")).id());
        ids.put("noticed", noticed(aFirm(), project, 800_000).id());
        ids.put("noticedToo", noticed(aFirm(), project, 800_000).id());
    }

    private Answer read(String name) {
        return get(clerk, "/api/policy/redemption/applications/" + ids.get(name));
    }

    @Test
    void whatever_does_not_fit_together_is_told_by_the_figures_that_compare_it_and_by_no_other() {
        assertThat(differences()).isEmpty();
        Set<String> seen = new TreeSet<>();
        for (Broken broken : BREAKS) {
            assertThat(toldOf(broken)).as(broken.what()).isEqualTo(broken.told());
            seen.addAll(broken.told());
        }
        Set<String> figures = verification.verify().rows().stream()
                .map(InternalRedemption.Row::figure)
                .collect(Collectors.toSet());
        assertThat(seen).as("each figure was seen to differ").containsExactlyInAnyOrderElementsOf(figures);
        assertThat(differences()).as("nothing of it stays").isEmpty();
    }

    private Set<String> toldOf(Broken broken) {
        Set<String> told = new TreeSet<>();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            for (String table : List.of(
                    "redemption_entry",
                    "redemption_budget",
                    "redemption_batch_item",
                    "redemption_batch",
                    "redemption_application",
                    "redemption_return")) {
                jdbc.sql("alter table " + table + " disable trigger user").update();
            }
            broken.by().forEach(change -> {
                int rows = jdbc.sql(change).params(ids).update();
                assertThat(rows).as(broken.what()).isPositive();
            });
            // The first that differ stand behind the name.
            verification.verify().rows().stream()
                    .filter(row -> row.difference().signum() != 0)
                    .forEach(row -> told.add(row.figure().split(": DX")[0]));
        });
        return told;
    }
}
