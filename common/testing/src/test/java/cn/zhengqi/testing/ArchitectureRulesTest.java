package cn.zhengqi.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** That the rules find what they are there for, in a package that breaks them. */
class ArchitectureRulesTest {

    private final ArchitectureTest rules =
            new ArchitectureTest("bad", CompiledCode.of(new ClassFileImporter(), "cn.zhengqi.bad")) {};

    @Test
    void a_server_that_reaches_into_another_is_found_and_one_that_uses_its_api_is_not() {
        assertThatThrownBy(rules::other_services_are_known_by_their_api_only)
                .hasMessageContaining("cn.zhengqi.other.core.Hidden")
                .message()
                .doesNotContain("cn.zhengqi.other.api.Told");
    }

    @Test
    void spring_in_an_api_is_found() {
        assertThatThrownBy(rules::the_api_knows_nothing_of_the_server_and_of_spring_only_what_describes_a_call)
                .hasMessageContaining("cn.zhengqi.bad.api.Leak");
    }

    @Test
    void a_circle_of_packages_is_found() {
        assertThatThrownBy(rules::packages_do_not_depend_on_each_other_in_circles)
                .hasMessageContaining("Cycle detected");
    }

    @Test
    void a_controller_that_asks_the_database_itself_is_found_and_one_that_asks_a_room_is_not() {
        assertThatThrownBy(rules::controllers_leave_the_database_to_the_rooms_behind_them)
                .hasMessageContaining("bad.route.AskingEndpoint")
                .hasMessageContaining("JdbcClient")
                .message()
                .doesNotContain("SendingEndpoint")
                .doesNotContain("route.Room");
    }

    @Test
    void a_helper_is_found() {
        assertThatThrownBy(rules::names_say_what_a_class_is_for).hasMessageContaining("ThingHelper");
    }

    @Test
    void a_package_named_after_a_layer_is_found() {
        assertThatThrownBy(rules::packages_are_named_by_capability).hasMessageContaining("controller.Thing");
    }

    @Test
    void a_field_that_is_injected_is_found() {
        assertThatThrownBy(rules::nothing_is_injected_into_fields).hasMessageContaining("ThingHelper.edge");
    }

    @Test
    void spring_in_the_engine_is_found() {
        assertThatThrownBy(rules::models_and_the_engine_are_plain_java).hasMessageContaining("engine.Wired");
    }

    @Test
    void a_package_that_does_not_say_what_may_be_null_is_found() {
        assertThatThrownBy(rules::every_package_says_what_may_be_null)
                .hasMessageContaining("cn.zhengqi.bad.edge has no @NullMarked");
    }

    @Test
    void an_event_that_carries_somebodys_number_is_found_also_in_a_record_inside_it() {
        assertThatThrownBy(rules::no_event_carries_what_is_covered_from_people)
                .hasMessageContaining("PersonCalled.contactPhone")
                .hasMessageContaining("PersonCalled.applicantName")
                .hasMessageContaining("PersonCalled$Whom.covered")
                .hasMessageContaining("PersonCalled$Whom.homeAddress")
                .message()
                .doesNotContain("PersonCalled.readerName");
    }

    @Test
    void output_beside_the_log_is_found() {
        assertThatThrownBy(rules::what_is_to_be_read_goes_to_the_log).hasMessageContaining("ThingHelper.say");
    }

    @Test
    void so_is_the_trace_of_an_exception_whichever_it_is() {
        ArchitectureTest edge =
                new ArchitectureTest("bad", CompiledCode.of(new ClassFileImporter(), "cn.zhengqi.bad.edge")) {};

        assertThatThrownBy(edge::what_is_to_be_read_goes_to_the_log).hasMessageContaining("Edge.read");
    }
}
