package org.dargah;

import java.io.IOException;
import org.dargah.postgres.FolderInUse;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. */
@SpringBootApplication
public class Dargah {

    static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            Start.of(Wishes.from(arguments));
        } catch (FolderInUse | Wishes.Misunderstood e) {
            IO.println(e.getMessage());
            System.exit(2);
        }
    }
}
