package cn.zhengqi.code.file;

import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes files, and gives them back. */
@Component
public class FileStore {

    public static final int MAX_BYTES = 10 * 1024 * 1024;

    private final FileMapper mapper;
    private final ObjectStore objects;

    FileStore(FileMapper mapper, ObjectStore objects) {
        this.mapper = mapper;
        this.objects = objects;
    }

    /** A file with its bytes. */
    record Content(StoredFile file, UUID ownerId, byte[] bytes) {}

    /** @throws ProblemException FILE_TOO_LARGE, FILE_TYPE_NOT_ALLOWED, VALIDATION_FAILED when it is empty */
    public StoredFile put(UUID owner, @Nullable String name, byte[] bytes, Instant at) {
        if (bytes.length == 0) {
            throw ProblemException.validation("file", "REQUIRED", "文件是空的，请重新选择");
        }
        if (bytes.length > MAX_BYTES) {
            throw new ProblemException(CodeProblem.FILE_TOO_LARGE);
        }
        FileKind kind = FileKind.of(bytes).orElseThrow(() -> new ProblemException(CodeProblem.FILE_TYPE_NOT_ALLOWED));
        String sha256 = sha256(bytes);
        // Bytes first: a row without them would be a promise that cannot be kept, bytes without a row harm nobody.
        objects.put(sha256, bytes);
        FileMapper.Row row = new FileMapper.Row(
                Ids.next(), owner, FileName.of(name, kind), kind.contentType(), bytes.length, sha256, at);
        mapper.insert(row);
        return row.file();
    }

    /** The file, if this account handed it in. */
    public Optional<StoredFile> ownedBy(UUID owner, UUID id) {
        FileMapper.Row row = mapper.find(id);
        return row != null && row.ownerId().equals(owner) ? Optional.of(row.file()) : Optional.empty();
    }

    public Map<UUID, StoredFile> files(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : mapper.all(ids).stream()
                        .map(FileMapper.Row::file)
                        .collect(Collectors.toMap(StoredFile::id, file -> file));
    }

    Optional<Content> content(UUID id) {
        return Optional.ofNullable(mapper.find(id))
                .map(row -> new Content(row.file(), row.ownerId(), objects.get(row.sha256())));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
