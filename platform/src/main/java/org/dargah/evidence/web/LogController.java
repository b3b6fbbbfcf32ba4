package org.dargah.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.dargah.evidence.EvidenceLog;
import org.dargah.evidence.tree.Tile;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The log as C2SP tlog-tiles serves it, for anyone. */
@Controller
class LogController {

    private static final String TILES = "/evidence/tile/";
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private static final CacheControl FRESH = CacheControl.maxAge(Duration.ofSeconds(1));
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final EvidenceLog log;

    LogController(EvidenceLog log) {
        this.log = log;
    }

    @GetMapping("/evidence/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return answer(log.checkpoint().map(LogController::bytes), TEXT, FRESH);
    }

    /** The key with which the checkpoint is checked; better taken from somebody else. */
    @GetMapping("/evidence/key")
    ResponseEntity<byte[]> key() {
        return answer(Optional.of(bytes(log.verifierKey() + "\n")), TEXT, FRESH);
    }

    /** Below the prefix an address has no fixed number of parts. */
    @GetMapping(TILES + "**")
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        Optional<byte[]> content =
                Tile.parse(request.getRequestURI().substring(TILES.length())).flatMap(log::tile);
        return answer(content, MediaType.APPLICATION_OCTET_STREAM, FOR_EVER);
    }

    private static ResponseEntity<byte[]> answer(
            Optional<byte[]> content, MediaType type, CacheControl cache) {
        return content.map(
                        bytes ->
                                ResponseEntity.ok()
                                        .cacheControl(cache)
                                        .contentType(type)
                                        .header("Access-Control-Allow-Origin", "*")
                                        .body(bytes))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
