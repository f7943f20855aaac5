package cn.zhengqi.auth.staff;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The owner's side of a one-time link. The token is in the body: addresses end up in logs. */
@RestController
class PasswordLinkController {

    private final NewPasswords passwords;

    PasswordLinkController(NewPasswords passwords) {
        this.passwords = passwords;
    }

    record PasswordByLink(
            @NotBlank @Size(max = 100) String token,
            @NotBlank @Size(max = 72) String newPassword) {}

    @PostMapping("/api/auth/password-links")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setPassword(@Valid @RequestBody PasswordByLink wanted) {
        passwords.setByLink(wanted.token(), wanted.newPassword());
    }
}
