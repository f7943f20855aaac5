package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.local.Topology.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopologyTest {

    static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    private final Topology topology = Topology.of(0, List.of());

    @Test
    void no_port_is_used_twice_nor_by_another_copy_nor_by_the_one_that_runs_the_browser_journeys() {
        var ports = new ArrayList<>(topology.ports().values());
        for (int offset : List.of(Topology.NEXT_COPY, 2 * Topology.NEXT_COPY, TestRun.PORT_OFFSET)) {
            ports.addAll(Topology.of(offset, List.of()).ports().values());
        }
        assertThat(ports).doesNotHaveDuplicates();
    }

    @Test
    void no_port_is_one_that_linux_hands_out_to_outgoing_connections_by_default() {
        assertThat(Topology.of(TestRun.PORT_OFFSET, List.of()).ports().values()).allMatch(port -> port < 32_768);
    }

    @Test
    void names_schemas_topics_and_modules_belong_to_one_service_each() {
        assertUnique(Service::name);
        assertUnique(Service::module);
        assertUnique(Service::schema);
        assertUnique(Service::topic);
    }

    @Test
    void who_publishes_has_a_schema_for_its_outbox() {
        assertThat(Topology.SERVICES)
                .filteredOn(service -> service.topic() != null)
                .allMatch(service -> service.schema() != null);
    }

    @Test
    void every_service_that_the_build_makes_runs_and_the_other_way_round() throws IOException {
        var built = Pattern.compile("<module>(gateway|[^<]+/server)</module>")
                .matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(Topology.SERVICES).extracting(Service::module).containsExactlyInAnyOrderElementsOf(built);
    }

    @Test
    void shared_configuration_is_for_all_or_for_a_service_that_exists() throws IOException {
        var known = Stream.concat(
                        Stream.of("zhengqi-common"), Topology.SERVICES.stream().map(Service::name))
                .map(name -> name + ".yaml")
                .toList();
        try (var files = Files.list(ROOT.resolve("deploy/nacos"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .isNotEmpty()
                    .allMatch(known::contains);
        }
    }

    @Test
    void a_copy_with_an_offset_moves_every_port() {
        var moved = Topology.of(1000, List.of()).ports();
        topology.ports().forEach((what, port) -> assertThat(moved).containsEntry(what, port + 1000));
    }

    @Test
    void a_filter_names_services_that_exist() {
        assertThat(Topology.of(0, List.of("gateway", "auth-service")).services())
                .extracting(Service::name)
                .containsExactly("gateway", "auth-service");
        assertThatThrownBy(() -> Topology.of(0, List.of("gatewey")))
                .hasMessageContaining("there is no service gatewey")
                .hasMessageContaining("gateway");
    }

    private static void assertUnique(Function<Service, String> property) {
        assertThat(Topology.SERVICES.stream().map(property).filter(Objects::nonNull))
                .doesNotHaveDuplicates();
    }
}
