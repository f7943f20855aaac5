package cn.zhengqi.web;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Uscc;
import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.DeclaredPermissions;
import cn.zhengqi.web.field.Explanation;
import cn.zhengqi.web.file.Upload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A service with one route for everything the web layer does. */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableFeignClients(clients = SampleApplication.Neighbour.class)
@Import(SampleApplication.SampleRoutes.class)
class SampleApplication {

    private static final Duration CONTAINER_PATIENCE = Duration.ofMillis(500);

    /** As short as a test can wait for: a service that says nothing of its own has the container's 30 s. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> impatientContainer() {
        return tomcat ->
                tomcat.addConnectorCustomizers(connector -> connector.setAsyncTimeout(CONTAINER_PATIENCE.toMillis()));
    }

    @Bean
    DeclaredPermissions declaredPermissions() {
        return DeclaredPermissions.of(
                new DeclaredPermission("sample.secret", "测试", "测试", "测试"),
                new DeclaredPermission("sample.review", "测试", "测试", "测试"),
                new DeclaredPermission("sample.review-all", "测试", "测试", "测试"));
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of("GET /api/sample/open/{id}", "GET /api/sample/hello");
    }

    @FeignClient(name = "neighbour-service")
    interface Neighbour {

        @GetMapping("/internal/answers/{id}")
        Answer answer(@PathVariable("id") String id);

        @PostMapping("/internal/answers")
        Answer create(@RequestBody Answer answer);
    }

    record Answer(String text, BigDecimal amount) {}

    record Contact(
            @NotBlank @Size(max = 10) String name, @NotBlank String phone) {}

    record Order(
            @NotBlank String title,
            @Positive BigDecimal amount,
            @Valid List<Contact> contacts,
            Uscc uscc,
            @Nullable Integer months,
            @Nullable @Explanation(of = "退回的原因", max = 10) String reason) {}

    record Person(
            String name,

            @Sensitive(mask = Mask.PHONE, plainFor = "user.phone.plain")
            String phone,

            @Sensitive(mask = Mask.ID_NUMBER) String idNumber) {}

    enum Colour {
        RED,
        BLUE
    }

    @RestController
    static class SampleRoutes {

        private final Neighbour neighbour;

        SampleRoutes(Neighbour neighbour) {
            this.neighbour = neighbour;
        }

        @GetMapping("/api/sample/open/{id}")
        Map<String, String> open(@PathVariable("id") String id) {
            return Map.of("id", id);
        }

        @GetMapping("/api/sample/open/closed")
        @Permission("sample.secret")
        String closedBesideOpen() {
            return "secret";
        }

        @GetMapping("/api/sample/hello")
        Map<String, String> hello(Optional<CurrentUser> user) {
            return Map.of("name", user.map(CurrentUser::name).orElse("nobody"));
        }

        @GetMapping("/api/sample/me")
        @Permission(Permission.SIGNED_IN)
        CurrentUser me(CurrentUser user) {
            return user;
        }

        @GetMapping("/api/sample/review")
        @Permission({"sample.review", "sample.review-all"})
        Map<String, Boolean> review() {
            return Map.of("reviewed", true);
        }

        @GetMapping("/api/sample/my-enterprise")
        @Permission(Permission.SIGNED_IN)
        Map<String, UUID> myEnterprise(CurrentUser user) {
            return Map.of("id", user.requireEnterprise());
        }

        @GetMapping("/internal/things/{id}")
        @Callers("finance-service")
        Map<String, String> internal(@PathVariable("id") String id) {
            return Map.of("id", id);
        }

        @PostMapping("/api/sample/orders")
        @Permission(Permission.SIGNED_IN)
        Order order(@Valid @RequestBody Order order) {
            return order;
        }

        @PostMapping("/api/sample/much")
        @Permission(Permission.SIGNED_IN)
        @LargeBody(kilobytes = 100)
        Map<String, Object> much(@RequestBody String text) {
            return Map.of("length", text.length());
        }

        @PostMapping("/api/sample/facts")
        @Permission(Permission.SIGNED_IN)
        Map<String, Object> facts(@RequestBody Map<String, Object> facts) {
            return facts;
        }

        @GetMapping("/api/sample/search")
        @Permission(Permission.SIGNED_IN)
        Map<String, String> search(@RequestParam("q") String q) {
            return Map.of("q", q);
        }

        @PostMapping(path = "/api/sample/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
        @Permission(Permission.SIGNED_IN)
        @Upload(maxBytes = 1024 * 1024)
        Map<String, Long> file(@RequestParam("file") MultipartFile file) {
            return Map.of("size", file.getSize());
        }

        @PostMapping(path = "/api/sample/large-files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
        @Permission(Permission.SIGNED_IN)
        @Upload(maxBytes = 30 * 1024 * 1024)
        Map<String, Long> largeFile(@RequestParam("file") MultipartFile file) {
            return Map.of("size", file.getSize());
        }

        @PostMapping(path = "/api/sample/review-files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
        @Permission("sample.review")
        @Upload(maxBytes = 30 * 1024 * 1024)
        Map<String, Long> fileForReview(@RequestParam("file") MultipartFile file) {
            return Map.of("size", file.getSize());
        }

        @GetMapping("/api/sample/list")
        @Permission(Permission.SIGNED_IN)
        Page<String> list(PageRequest page, @RequestParam(name = "colour", required = false) Colour colour) {
            return Page.of(List.of("a"), 1, page);
        }

        @GetMapping("/api/sample/things/{id}")
        @Permission(Permission.SIGNED_IN)
        Map<String, UUID> thing(@PathVariable("id") UUID id) {
            return Map.of("id", id);
        }

        @GetMapping("/api/sample/person")
        @Permission(Permission.SIGNED_IN)
        Person person() {
            return new Person("张三", "13812345678", "500113199001011234");
        }

        @GetMapping("/api/sample/failures/{kind}")
        @Permission(Permission.SIGNED_IN)
        String fail(@PathVariable("kind") String kind) {
            throw switch (kind) {
                case "version" -> new OptimisticLockingFailureException("row 7");
                case "duplicate" -> new DuplicateKeyException("key (phone)=(13812345678)");
                case "character" ->
                    new DataIntegrityViolationException("insert", new SQLException("invalid byte sequence", "22021"));
                case "rule" ->
                    new DataIntegrityViolationException(
                            "insert", new SQLException("violates check ck_amount", "23514"));
                case "limit" ->
                    new ProblemException(CommonProblem.TOO_MANY_REQUESTS, "请一分钟后再试", Map.of("retryAfterSeconds", 60));
                case "field" -> ProblemException.validation(List.of(new FieldProblem("amount", "RANGE", "金额超出范围")));
                default -> new IllegalStateException("jdbc:postgresql://secret-host password=hunter2");
            };
        }

        @GetMapping("/api/sample/neighbour/{id}")
        @Permission(Permission.SIGNED_IN)
        Answer ask(@PathVariable("id") String id) {
            return neighbour.answer(id);
        }

        @PostMapping("/api/sample/neighbour")
        @Permission(Permission.SIGNED_IN)
        Answer tell(@RequestBody Answer answer) {
            return neighbour.create(answer);
        }

        /** Takes longer than the container would give it. */
        @GetMapping("/api/sample/file")
        @Permission(Permission.SIGNED_IN)
        StreamingResponseBody file(CurrentUser user) {
            return target -> {
                target.write("begun ".getBytes(StandardCharsets.UTF_8));
                target.flush();
                try {
                    Thread.sleep(CONTAINER_PATIENCE.multipliedBy(6));
                } catch (InterruptedException cut) {
                    throw new IOException("cut off", cut);
                }
                target.write("and ended".getBytes(StandardCharsets.UTF_8));
            };
        }

        /** Announced as a file, for which there is no place then. */
        @GetMapping("/api/sample/busy-file")
        @Permission(Permission.SIGNED_IN)
        ResponseEntity<StreamingResponseBody> busyFile(CurrentUser user) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=list.xlsx")
                    .body(target -> {
                        throw new ProblemException(
                                CommonProblem.SERVICE_BUSY, "正在导出的人较多，请稍后再试", Map.of("retryAfterSeconds", 10));
                    });
        }

        @GetMapping("/api/sample/stream")
        @Permission(Permission.SIGNED_IN)
        SseEmitter stream(CurrentUser user) throws Exception {
            SseEmitter emitter = new SseEmitter(5_000L);
            Thread.startVirtualThread(() -> {
                try {
                    emitter.send(SseEmitter.event().name("unread").data(Map.of("count", 3)));
                    emitter.complete();
                } catch (Exception gone) {
                    emitter.completeWithError(gone);
                }
            });
            return emitter;
        }
    }
}
