package cn.zhengqi.auth.registration;

import cn.zhengqi.data.idempotency.Idempotent;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RegistrationController {

    private final Registrations registrations;

    RegistrationController(Registrations registrations) {
        this.registrations = registrations;
    }

    record Registered(UUID accountId) {}

    @PostMapping("/api/auth/registrations")
    @Idempotent(asksFirst = true)
    @ResponseStatus(HttpStatus.CREATED)
    Registered register(@Valid @RequestBody Registration registration) {
        return new Registered(registrations.register(registration));
    }
}
