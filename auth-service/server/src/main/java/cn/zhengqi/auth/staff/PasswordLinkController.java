package cn.zhengqi.auth.staff;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.kernel.ProblemException;
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
    private final OneTimeLinks links;

    PasswordLinkController(NewPasswords passwords, OneTimeLinks links) {
        this.passwords = passwords;
        this.links = links;
    }

    record Opened(@NotBlank @Size(max = 100) String token) {}

    record PasswordByLink(
            @NotBlank @Size(max = 100) String token,
            @NotBlank @Size(max = 72) String newPassword) {}

    /** Before anything is typed. Of one that does not work it is the same answer whether it ever did; whose it is is not told. */
    @PostMapping("/api/auth/password-links/check")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void check(@Valid @RequestBody Opened link) {
        if (!links.works(link.token())) {
            throw new ProblemException(AuthProblem.PASSWORD_LINK_INVALID);
        }
    }

    @PostMapping("/api/auth/password-links")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setPassword(@Valid @RequestBody PasswordByLink wanted) {
        passwords.setByLink(wanted.token(), wanted.newPassword());
    }
}
