package cn.zhengqi.user.staff;

import cn.zhengqi.web.Callers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For the operator's command {@code zhengqi admin open}. */
@RestController
@Callers(Callers.OPERATIONS)
class InternalFirstAdministratorsEndpoint {

    private final FirstAdministrators administrators;

    InternalFirstAdministratorsEndpoint(FirstAdministrators administrators) {
        this.administrators = administrators;
    }

    record Wanted(
            @NotBlank @Size(max = 50) String displayName,

            @NotNull @Pattern(regexp = "1[3-9][0-9]{9}", message = "请填写 11 位手机号")
            String phone) {}

    @PostMapping("/internal/user/first-administrators")
    @ResponseStatus(HttpStatus.CREATED)
    FirstAdministrators.Opened open(@Valid @RequestBody Wanted wanted) {
        return administrators.open(wanted.displayName(), wanted.phone());
    }
}
