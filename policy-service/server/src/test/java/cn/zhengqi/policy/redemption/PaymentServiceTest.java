package cn.zhengqi.policy.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.web.CurrentUser;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** How a department pays, and how the treasury answers. */
public abstract class PaymentServiceTest extends RedemptionServiceTest {

    private static final String HEAD = "批次编号,申请编号,金额,支付结果,流水号,失败原因";

    protected Answer prepare(CurrentUser who, UUID... applications) {
        return post(who, "/api/policy/redemption/batches", Map.of("applications", List.of(applications)));
    }

    protected Answer cameBack(CurrentUser teller, UUID application) {
        return post(
                teller,
                "/api/policy/redemption/applications/" + application + "/returns",
                Map.of("reference", "TH1", "reason", "账号已销户"));
    }

    protected Answer confirmed(CurrentUser other, Answer told) {
        return post(
                other, "/api/policy/redemption/returns/" + told.id() + "/confirm", Map.of("version", told.version()));
    }

    protected Answer prepared(CurrentUser who, Answer... applications) {
        return prepare(who, Arrays.stream(applications).map(Answer::id).toArray(UUID[]::new));
    }

    protected Answer step(CurrentUser who, Answer batch, String action) {
        return step(who, batch, action, Map.of());
    }

    protected Answer step(CurrentUser who, Answer batch, String action, Map<String, Object> more) {
        return post(who, "/api/policy/redemption/batches/" + batch.id() + "/" + action, seen(batch, more));
    }

    /** One that the treasury has. */
    protected Answer handedOver(Answer... applications) {
        Answer batch = step(chief, prepared(clerk, applications), "approve");
        assertThat(handOver(clerk, batch).status()).isEqualTo(200);
        return get(clerk, "/api/policy/redemption/batches/" + batch.id());
    }

    /** The answer is the file. */
    protected Answer handOver(CurrentUser who, Answer batch) {
        return handOver(client, who, batch);
    }

    protected static Answer handOver(ServiceClient copy, CurrentUser who, Answer batch) {
        var answer = copy.as(who)
                .post()
                .uri("/api/policy/redemption/batches/" + batch.id() + "/hand-over")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("version", batch.version()))
                .exchange()
                .returnResult(byte[].class);
        return new Answer(answer.getStatus().value(), Map.of());
    }

    protected Answer export(CurrentUser who, Answer batch) {
        var answer = client.as(who)
                .get()
                .uri("/api/policy/redemption/batches/" + batch.id() + "/export")
                .exchange()
                .returnResult(byte[].class);
        return new Answer(answer.getStatus().value(), Map.of());
    }

    /** All cells of the file, as text. */
    protected String exported(CurrentUser who, Answer batch) {
        return ExportedFile.of(client.as(who), "/api/policy/redemption/batches/" + batch.id() + "/export")
                .rows()
                .toString();
    }

    protected static String paid(Answer application, String reference) {
        return line(application, "成功," + reference + ",");
    }

    protected static String failed(Answer application, String reason) {
        return line(application, "失败,," + reason);
    }

    private static String line(Answer application, String rest) {
        return application.get("number") + "," + new BigDecimal(String.valueOf(application.get("amount"))) + "," + rest;
    }

    protected static String file(Answer batch, List<String> rows) {
        return rows.stream()
                .map(row -> batch.get("number") + "," + row + "\n")
                .collect(Collectors.joining("", HEAD + "\n", ""));
    }

    protected Answer settled(CurrentUser who, Answer batch, String... rows) {
        return settledWith(who, batch, file(batch, List.of(rows)));
    }

    protected Answer settledWith(CurrentUser who, Answer batch, String text) {
        return settledWith(who, batch, "结果.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    protected Answer settledWith(CurrentUser who, Answer batch, String name, byte[] file) {
        return settledWith(client, who, batch, Ids.next().toString(), resultsIn(name, file));
    }

    /** @param copy of the service that is told them */
    protected static Answer settledWith(
            ServiceClient copy, CurrentUser who, Answer batch, String key, MultiValueMap<String, Object> results) {
        return answerOf(copy.as(who)
                .post()
                .uri("/api/policy/redemption/batch-results?batchId=" + batch.id())
                .header("Idempotency-Key", key)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(results)
                .exchange());
    }

    protected static MultiValueMap<String, Object> resultsIn(String name, byte[] file) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("file", new ByteArrayResource(file) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        return form;
    }
}
