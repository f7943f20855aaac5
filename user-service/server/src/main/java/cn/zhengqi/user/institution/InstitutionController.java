package cn.zhengqi.user.institution;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.user.UserAction;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
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

/** 机构管理, 金融机构管理. */
@RestController
@RequestMapping("/api/user")
class InstitutionController {

    private final Institutions institutions;
    private final ReferenceData data;
    private final Exports exports;

    InstitutionController(Institutions institutions, ReferenceData data, Exports exports) {
        this.institutions = institutions;
        this.data = data;
        this.exports = exports;
    }

    record NewInstitution(
            @NotBlank @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,19}", message = "2 到 20 位大写字母、数字或 -")
            String code,

            @NotNull InstitutionType type,
            @NotNull @Valid InstitutionDraft institution) {}

    record InstitutionChange(@NotNull @Valid InstitutionDraft institution, int version) {}

    record AsSeen(int version) {}

    record Created(UUID id) {}

    @GetMapping("/reference/institutions/{id}")
    PublicInstitution shown(@PathVariable UUID id) {
        return institutions.shown(id);
    }

    @GetMapping("/institutions")
    @Permission(UserPermissions.READ_INSTITUTIONS)
    Page<InstitutionRow> list(@Valid InstitutionFilter filter, CurrentUser user, PageRequest page) {
        return institutions.list(filter.within(institutions.scopeOf(user)), page);
    }

    @GetMapping("/institutions/export")
    @Permission(UserPermissions.READ_INSTITUTIONS)
    ResponseEntity<StreamingResponseBody> export(@Valid InstitutionFilter filter, CurrentUser user) {
        InstitutionFilter.Query query = filter.within(institutions.scopeOf(user));
        return exports.file(
                UserAction.INSTITUTIONS_EXPORTED,
                InstitutionSheet.SHEET,
                filter,
                user,
                institutions.count(query),
                receiver -> institutions.each(query, receiver));
    }

    @GetMapping("/institutions/{id}")
    @Permission(UserPermissions.READ_INSTITUTIONS)
    InstitutionDetail detail(@PathVariable UUID id, CurrentUser user) {
        return institutions.detail(id, user);
    }

    @PostMapping("/institutions")
    @Idempotent
    @Permission({UserPermissions.MANAGE_INSTITUTIONS, UserPermissions.MANAGE_BANKS})
    @ResponseStatus(HttpStatus.CREATED)
    Created create(@Valid @RequestBody NewInstitution fresh, CurrentUser user) {
        UUID id = institutions.create(fresh.code(), fresh.type(), fresh.institution(), user);
        data.refresh();
        return new Created(id);
    }

    @PutMapping("/institutions/{id}")
    @Permission({UserPermissions.MANAGE_INSTITUTIONS, UserPermissions.MANAGE_BANKS})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable UUID id, @Valid @RequestBody InstitutionChange change, CurrentUser user) {
        institutions.change(id, change.institution(), change.version(), user);
        data.refresh();
    }

    @PostMapping("/institutions/{id}/retire")
    @Permission({UserPermissions.MANAGE_INSTITUTIONS, UserPermissions.MANAGE_BANKS})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(@PathVariable UUID id, @RequestBody AsSeen seen, CurrentUser user) {
        institutions.retire(id, seen.version(), user);
        data.refresh();
    }

    @PostMapping("/institutions/{id}/restore")
    @Permission({UserPermissions.MANAGE_INSTITUTIONS, UserPermissions.MANAGE_BANKS})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@PathVariable UUID id, @RequestBody AsSeen seen, CurrentUser user) {
        institutions.restore(id, seen.version(), user);
        data.refresh();
    }
}
