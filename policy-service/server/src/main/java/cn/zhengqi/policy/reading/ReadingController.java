package cn.zhengqi.policy.reading;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.reading.DocumentReader.ReadText;
import cn.zhengqi.web.LargeBody;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.file.FilesInMemory;
import cn.zhengqi.web.file.Upload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** 从文本起草: both routes only read; what a person makes of it is kept with the draft. */
@RestController
@RequestMapping("/api/policy/manage")
@Permission(PolicyPermissions.MANAGE)
class ReadingController {

    /** Letters of three bytes, and what stands around them. */
    private static final int MOST_KILOBYTES = Proposer.MOST_CHARACTERS * 3 / 1024 + 8;

    private final DocumentReader documents;
    private final FilesInMemory memory;
    private final Proposers proposers;

    ReadingController(DocumentReader documents, FilesInMemory memory, Proposers proposers) {
        this.documents = documents;
        this.memory = memory;
        this.proposers = proposers;
    }

    @PostMapping(path = "/document-texts", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Upload(maxBytes = DocumentReader.MAX_BYTES)
    ReadText read(@RequestPart("file") MultipartFile file) throws IOException {
        if (file.getSize() > DocumentReader.MAX_BYTES) {
            throw new ProblemException(PolicyProblem.FILE_TOO_LARGE);
        }
        return memory.during(file.getSize(), () -> documents.read(file.getOriginalFilename(), file.getBytes()));
    }

    @PostMapping("/criteria/proposals")
    @LargeBody(kilobytes = MOST_KILOBYTES)
    Proposer.Proposed propose(@Valid @RequestBody GivenText request) {
        if (request.text().length() > Proposer.MOST_CHARACTERS) {
            throw DocumentReader.tooLong(request.text().length());
        }
        return proposers.now().proposed(request.title(), Radicals.asCharacters(request.text()));
    }

    /** @param title of the document, which may say of which qualification a score is */
    record GivenText(
            @Nullable @Size(max = 200, message = "不超过 200 字")
            String title,

            @NotBlank(message = "请粘贴或上传政策原文") String text) {}
}
