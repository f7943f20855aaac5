package cn.zhengqi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds the description that the web client is generated from, {@code web/openapi/<service>.json}, against what the service answers to. Extend it in each:
 * {@code @ServiceTest class FinanceOpenApiTest extends OpenApiContractTest {}}; with {@code -Dopenapi.write=true} it writes the file.
 */
public abstract class OpenApiContractTest {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Autowired
    private ServiceClient client;

    @Value("${spring.application.name}")
    private String service = "";

    @Test
    void the_description_of_the_api_is_up_to_date() throws IOException {
        String actual =
                MAPPER.writeValueAsString(sorted(withoutErrorPage((ObjectNode) MAPPER.readTree(fetch())))) + "\n";
        Path file = repositoryRoot().resolve("web/openapi/" + service + ".json");
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertThat(file)
                .as("run this test once with -Dopenapi.write=true and commit the file")
                .exists();
        assertThat(Files.readString(file))
                .as("%s is stale: run this test once with -Dopenapi.write=true", file.getFileName())
                .isEqualTo(actual);
    }

    private String fetch() {
        String document = client.as(TestUsers.operator("ops.actuator"))
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(document);
    }

    /** Nobody calls the error page, and what only it refers to is not part of the API. */
    private static ObjectNode withoutErrorPage(ObjectNode document) {
        if (document.get("paths") instanceof ObjectNode paths) {
            paths.remove("/error");
        }
        if (document.at("/components/schemas") instanceof ObjectNode schemas) {
            for (int before = -1; before != schemas.size(); ) {
                before = schemas.size();
                String text = document.toString();
                List.copyOf(schemas.propertyNames()).stream()
                        .filter(name -> !text.contains("\"#/components/schemas/" + name + "\""))
                        .forEach(schemas::remove);
            }
        }
        return document;
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            object.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            ObjectNode result = MAPPER.createObjectNode();
            members.forEach(result::set);
            return result;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode result = MAPPER.createArrayNode();
            array.forEach(element -> result.add(sorted(element)));
            return result;
        }
        return node;
    }

    private static Path repositoryRoot() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn")) && Files.isDirectory(folder.resolve("web"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "Not inside the repository: " + Path.of("").toAbsolutePath());
    }
}
