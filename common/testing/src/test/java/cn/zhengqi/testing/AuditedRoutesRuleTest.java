package cn.zhengqi.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditedRoutesRuleTest {

    private static final String CHANGING = "POST /api/sample/things";

    @Test
    void a_route_that_changes_something_and_leads_to_no_record_is_named() {
        assertThatThrownBy(rule(Map.of())::every_route_that_changes_something_is_recorded_or_listed_with_a_reason)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(CHANGING);
    }

    @Test
    void a_list_that_names_a_route_that_is_gone_is_no_more_right() {
        assertThatThrownBy(
                        rule(Map.of(CHANGING, "because", "POST /api/sample/gone", "because"))
                                ::every_route_that_changes_something_is_recorded_or_listed_with_a_reason)
                .hasMessageContaining("/api/sample/gone");
    }

    @Test
    void a_route_that_is_listed_with_its_reason_is_let_be() {
        assertThatCode(
                        rule(Map.of(CHANGING, "because"))
                                ::every_route_that_changes_something_is_recorded_or_listed_with_a_reason)
                .doesNotThrowAnyException();
    }

    @Test
    void nor_may_a_route_be_silent_that_a_service_has_of_a_library() {
        AuditedRoutesTest another = new AuditedRoutesTest(
                "another", CompiledCode.of(new ClassFileImporter(), "cn.zhengqi.testing.sample"), Map.of()) {};

        assertThatThrownBy(another::every_route_that_changes_something_is_recorded_or_listed_with_a_reason)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(CHANGING);
    }

    private static AuditedRoutesTest rule(Map<String, String> unrecorded) {
        return new AuditedRoutesTest(
                "testing.sample", CompiledCode.of(new ClassFileImporter(), "cn.zhengqi.testing.sample"), unrecorded) {};
    }
}
