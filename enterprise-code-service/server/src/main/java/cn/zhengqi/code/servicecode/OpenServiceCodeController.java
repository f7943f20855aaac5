package cn.zhengqi.code.servicecode;

import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For whoever scans the code of a service or a venue. */
@RestController
@RequestMapping("/api/code/my/service-code-visits")
@Permission(Permission.SIGNED_IN)
class OpenServiceCodeController {

    private final ServiceCodes codes;

    OpenServiceCodeController(ServiceCodes codes) {
        this.codes = codes;
    }

    /** @param token the last part of the address that the code carries */
    record VisitRequest(@NotBlank @Size(max = 40) String token) {}

    @PostMapping
    OpenedServiceCode open(@Valid @RequestBody VisitRequest request, CurrentUser user) {
        return codes.open(request.token(), user);
    }
}
