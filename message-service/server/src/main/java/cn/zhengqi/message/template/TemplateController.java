package cn.zhengqi.message.template;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.message.MessagePermissions;
import cn.zhengqi.message.template.TemplateDesk.Person;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 系统消息 in the console: what people are told of events, in which words and by which ways. */
@RestController
@RequestMapping("/api/message/templates")
@Permission({MessagePermissions.READ_TEMPLATES, MessagePermissions.MANAGE_TEMPLATES})
class TemplateController {

    private final TemplateDesk desk;
    private final ReceiverRoles roles;
    private final Exports exports;

    TemplateController(TemplateDesk desk, ReceiverRoles roles, Exports exports) {
        this.desk = desk;
        this.roles = roles;
        this.exports = exports;
    }

    @GetMapping
    Page<TemplateView> list(@Valid TemplateFilter filter, PageRequest page) {
        return desk.list(filter, page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid TemplateFilter filter, CurrentUser user) {
        List<TemplateView> found = desk.found(filter);
        return exports.file(
                TemplateAction.NOTICE_TEMPLATES_EXPORTED,
                TemplateView.SHEET,
                filter,
                user,
                found.size(),
                found::forEach);
    }

    /** Which roles can be told of events besides those whom they concern. */
    @GetMapping("/receiver-roles")
    List<ReceiverRoles.ReceiverRole> receiverRoles() {
        return roles.all();
    }

    @GetMapping("/{code}")
    TemplateDetail detail(@PathVariable String code) {
        return desk.detail(code);
    }

    @PutMapping("/{code}")
    @Permission(MessagePermissions.MANAGE_TEMPLATES)
    TemplateDetail change(@PathVariable String code, @Valid @RequestBody TemplateChange request, CurrentUser user) {
        roles.requireKnown(request.content());
        return desk.change(code, request.version(), request.content(), person(user));
    }

    @PostMapping("/{code}/restore")
    @Idempotent
    @Permission(MessagePermissions.MANAGE_TEMPLATES)
    TemplateDetail restore(@PathVariable String code, @Valid @RequestBody Restoring request, CurrentUser user) {
        return desk.restore(code, request.version(), request.number(), person(user));
    }

    @PostMapping("/{code}/enable")
    @Idempotent
    @Permission(MessagePermissions.MANAGE_TEMPLATES)
    TemplateDetail enable(@PathVariable String code, @Valid @RequestBody SeenTemplate seen, CurrentUser user) {
        return desk.enable(code, seen.version(), true, person(user));
    }

    @PostMapping("/{code}/disable")
    @Idempotent
    @Permission(MessagePermissions.MANAGE_TEMPLATES)
    TemplateDetail disable(@PathVariable String code, @Valid @RequestBody SeenTemplate seen, CurrentUser user) {
        return desk.enable(code, seen.version(), false, person(user));
    }

    @PostMapping("/{code}/preview")
    TemplatePreview preview(@PathVariable String code, @Valid @RequestBody TemplateTrial trial) {
        return desk.preview(code, trial.content(), trial.recent());
    }

    @PostMapping("/{code}/test")
    @Idempotent
    @Permission(MessagePermissions.MANAGE_TEMPLATES)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void test(@PathVariable String code, @Valid @RequestBody TemplateTrial trial, CurrentUser user) {
        desk.test(code, trial.content(), trial.recent(), person(user));
    }

    private static Person person(CurrentUser user) {
        return new Person(user.accountId(), user.name());
    }

    record TemplateChange(
            @NotNull(message = "缺少版本号") Integer version,
            @NotNull(message = "缺少消息内容") @Valid TemplateContent content) {}

    /** @param number of the version to go back to; 0: the words that the platform ships */
    record Restoring(
            @NotNull(message = "缺少版本号") Integer version,

            @NotNull(message = "请选择要恢复的版本") @Min(value = 0, message = "没有这个版本")
            Integer number) {}

    record SeenTemplate(@NotNull(message = "缺少版本号") Integer version) {}

    /** @param recent with what a recent notice said, covered; else with the examples */
    record TemplateTrial(
            @NotNull(message = "缺少消息内容") @Valid TemplateContent content,
            @NotNull(message = "请选择用示例或最近事件") Boolean recent) {}
}
