package cn.zhengqi.matching.trial;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.data.Json;
import cn.zhengqi.matching.api.criteria.Trial;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class LargestTrialTest {

    @Autowired
    private ServiceClient client;

    @Test
    void what_policy_service_lets_people_write_is_tried() {
        List<Map<String, String>> conditions = Stream.generate(
                        () -> Map.of("type", "unverified", "reason", "条".repeat(2_000)))
                .limit(42)
                .toList();
        List<Trial.Profile> profiles = IntStream.range(0, 50)
                .mapToObj(one -> new Trial.Profile("例".repeat(60), Map.of("products", "品".repeat(1_600))))
                .toList();
        Trial.Question question = new Trial.Question(Map.of("type", "allOf", "criteria", conditions), profiles, null);
        assertThat(Json.MAPPER.writeValueAsBytes(question)).hasSizeGreaterThan(480 * 1024);

        client.asService("policy-service")
                .post()
                .uri("/internal/criteria/trial")
                .body(question)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.faults.length()")
                .isEqualTo(0)
                .jsonPath("$.outcomes.length()")
                .isEqualTo(50);
    }
}
