package cn.zhengqi.code.issued;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.code.api.CodeLevel;
import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The codes of all enterprises, for staff. */
@RestController
@RequestMapping("/api/code/codes")
@Permission(CodePermissions.MANAGE)
class CodeConsoleController {

    private final Codes codes;
    private final CodeMapper mapper;

    CodeConsoleController(Codes codes, CodeMapper mapper) {
        this.codes = codes;
        this.mapper = mapper;
    }

    /** @param version of the code that the person saw when they decided */
    record CodeChangeRequest(
            @NotNull Integer version,
            @NotBlank @Size(max = 500) String reason) {}

    /** The reason stands beside the colour wherever the code is shown. */
    record CodeLevelRequest(
            @NotNull Integer version,
            @NotNull CodeLevel level,
            @NotBlank @Size(max = 500) String reason) {}

    @GetMapping
    Page<EnterpriseCode> list(
            @RequestParam("q") @Nullable String q,
            @RequestParam("status") @Nullable CodeStatus status,
            @RequestParam("level") @Nullable CodeLevel level,
            @RequestParam("from") @Nullable LocalDate from,
            @RequestParam("to") @Nullable LocalDate to,
            @RequestParam("sort") @Nullable String sort,
            PageRequest page) {
        return mapper.page(new CodeFilter(q, status, level, from, to, sort).query(), page)
                .map(EnterpriseCode::of);
    }

    @GetMapping("/{id}")
    EnterpriseCodeDetail detail(@PathVariable("id") String id) {
        return codes.detail(Ids.parse(id));
    }

    @PostMapping("/{id}/freeze")
    EnterpriseCode freeze(
            @PathVariable("id") String id, @Valid @RequestBody CodeChangeRequest request, CurrentUser user) {
        return codes.freeze(
                Ids.parse(id),
                request.version(),
                Actor.of(user),
                request.reason().strip());
    }

    @PostMapping("/{id}/unfreeze")
    EnterpriseCode unfreeze(
            @PathVariable("id") String id, @Valid @RequestBody CodeChangeRequest request, CurrentUser user) {
        return codes.unfreeze(
                Ids.parse(id),
                request.version(),
                Actor.of(user),
                request.reason().strip());
    }

    @PostMapping("/{id}/revoke")
    EnterpriseCode revoke(
            @PathVariable("id") String id, @Valid @RequestBody CodeChangeRequest request, CurrentUser user) {
        return codes.revoke(
                Ids.parse(id),
                request.version(),
                Actor.of(user),
                request.reason().strip());
    }

    @PostMapping("/{id}/level")
    EnterpriseCode level(
            @PathVariable("id") String id, @Valid @RequestBody CodeLevelRequest request, CurrentUser user) {
        return codes.mark(
                Ids.parse(id),
                request.version(),
                request.level(),
                Actor.of(user),
                request.reason().strip());
    }
}
