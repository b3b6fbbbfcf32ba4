package org.dargah;

import java.io.IOException;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every folder under {@code db/migration} is a schema of that name with a history of its own. */
@Configuration
class Schemas {

    @Bean
    FlywayMigrationStrategy oneSchemaAModule() {
        return configured -> {
            for (String schema : names()) {
                Flyway.configure()
                        .dataSource(configured.getConfiguration().getDataSource())
                        .schemas(schema)
                        .defaultSchema(schema)
                        .locations("classpath:db/migration/" + schema)
                        .load()
                        .migrate();
            }
        };
    }

    /** No schema refers to another, so that the order does not matter. */
    static SortedSet<String> names() {
        try {
            var names = new TreeSet<String>();
            Resource[] scripts =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:db/migration/*/*.sql");
            Arrays.stream(scripts).map(Schemas::folderOf).forEach(names::add);
            return names;
        } catch (IOException e) {
            throw new IllegalStateException("The migrations cannot be listed", e);
        }
    }

    private static String folderOf(Resource script) {
        try {
            String path = script.getURL().getPath();
            String folder = path.substring(0, path.lastIndexOf('/'));
            return folder.substring(folder.lastIndexOf('/') + 1);
        } catch (IOException e) {
            throw new IllegalStateException("A migration has no address: " + script, e);
        }
    }
}
