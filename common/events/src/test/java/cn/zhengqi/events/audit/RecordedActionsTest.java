package cn.zhengqi.events.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.RecordedActions;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which actions are found in code that records, and in code that only seems to. */
class RecordedActionsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importClasses(Desk.class, Record.class, Book.class, Step.class, Deed.class, AuditAction.class);

    private final RecordedActions actions = new RecordedActions((from, called) -> CLASSES.contain(called.getName()));

    private enum Deed implements AuditAction {
        SUBMITTED,
        WITHDRAWN,
        APPROVED,
        REJECTED,
        TRIED;

        @Override
        public String label() {
            return name();
        }

        @Override
        public String subjectKind() {
            return "事项";
        }
    }

    private enum Step {
        YES(Deed.APPROVED),
        NO(Deed.REJECTED);

        private final Deed deed;

        Step(Deed deed) {
            this.deed = deed;
        }

        Deed deed() {
            return deed;
        }
    }

    /** Others hand it what they did. */
    private interface Record {
        void of(Deed deed);
    }

    private record Book(AuditTrail audit) implements Record {

        @Override
        public void of(Deed deed) {
            audit.changed(deed, Ids.next(), "事项", null, null);
        }
    }

    /** Its routes, so to speak. */
    @SuppressWarnings("unused")
    private static final class Desk {

        private final AuditTrail audit;
        private final Record book;

        Desk(AuditTrail audit, Record book) {
            this.audit = audit;
            this.book = book;
        }

        void submit() {
            audit.changed(Deed.SUBMITTED, Ids.next(), "事项", null, null);
        }

        void withdraw() {
            List.of(1).forEach(one -> book.of(Deed.WITHDRAWN));
        }

        void decide(Step step) {
            book.of(step.deed());
        }

        void compareThenForget() {
            compare();
            forget(Deed.SUBMITTED);
        }

        private void compare() {
            audit.changed(Deed.TRIED, Ids.next(), "事项", null, null);
        }

        private String forget(Deed deed) {
            return deed.label();
        }
    }

    @Test
    void an_action_is_found_where_it_is_recorded_or_handed_to_who_records() {
        assertThat(actions.of(method("submit"))).containsExactly("SUBMITTED");
        assertThat(actions.of(method("withdraw"))).containsExactly("WITHDRAWN");
    }

    @Test
    void of_what_an_enum_carries_each_may_be_the_one() {
        assertThat(actions.of(method("decide"))).containsExactly("APPROVED", "REJECTED");
    }

    @Test
    void an_action_that_is_named_and_recorded_by_nobody_is_none_though_another_is_recorded_on_the_way() {
        assertThat(actions.of(method("compareThenForget"))).containsExactly("TRIED");
    }

    private static JavaMethod method(String name) {
        return CLASSES.get(Desk.class).getMethods().stream()
                .filter(it -> it.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
