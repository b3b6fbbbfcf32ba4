package org.dargah.identity.internal;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dargah.exchange.KnownPeople;
import org.dargah.identity.Person;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.person}; national id and mobile are sealed, found by a blind index. */
@Repository
public class PersonRepository implements KnownPeople {

    private static final String INDEX = "national-id";

    private final JdbcClient jdbc;
    private final Keys keys;
    private final HomeProvince home;
    private final Clock clock;

    public PersonRepository(JdbcClient jdbc, Keys keys, HomeProvince home, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.home = home;
        this.clock = clock;
    }

    /** By {@code person_national_id}. */
    public Optional<PersonId> idOf(NationalId nationalId) {
        return jdbc.sql(
                        """
                        select id from identity.person
                        where province = :province and national_id_index = :index
                        """)
                .param("province", home.code())
                .param("index", index(nationalId))
                .query((row, number) -> new PersonId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** By {@code person_national_id}. */
    @Override
    public Map<NationalId, PersonId> idsOf(Collection<NationalId> nationalIds) {
        if (nationalIds.isEmpty()) {
            return Map.of();
        }
        var wanted = new HashMap<ByteBuffer, NationalId>();
        nationalIds.forEach(it -> wanted.put(ByteBuffer.wrap(index(it)), it));
        var found = new HashMap<NationalId, PersonId>();
        jdbc.sql(
                        """
                        select id, national_id_index from identity.person
                        where province = :province and national_id_index = any(:indexes)
                        """)
                .param("province", home.code())
                .param(
                        "indexes",
                        wanted.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new))
                .query(
                        row -> {
                            byte[] index = row.getBytes("national_id_index");
                            found.put(
                                    Objects.requireNonNull(wanted.get(ByteBuffer.wrap(index))),
                                    new PersonId(row.getObject("id", UUID.class)));
                        });
        return found;
    }

    private byte[] index(NationalId nationalId) {
        return keys.index(INDEX, nationalId.digits());
    }

    /**
     * Adds a person or brings what the registry told up to date. Two sign-ins of a new person at
     * once meet in the unique index and end with one id.
     */
    Person store(PersonId proposed, NationalId nationalId, Told told) {
        PersonId id = idOf(nationalId).orElseGet(() -> insert(proposed, nationalId, told));
        jdbc.sql(
                        """
                        update identity.person
                        set first_name = :firstName, last_name = :lastName,
                            birth_date = :birthDate, confirmed_at = :now
                        where province = :province and id = :id
                        """)
                .param("firstName", told.firstName())
                .param("lastName", told.lastName())
                .param("birthDate", told.birthDate())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("province", home.code())
                .param("id", id.value())
                .update();
        return find(id).orElseThrow();
    }

    private PersonId insert(PersonId id, NationalId nationalId, Told told) {
        jdbc.sql(
                        """
                        insert into identity.person (province, id, national_id_index, national_id,
                            first_name, last_name, birth_date, confirmed_at, created_at)
                        values (:province, :id, :index, :sealed,
                            :firstName, :lastName, :birthDate, :now, :now)
                        on conflict (province, national_id_index) do nothing
                        """)
                .param("province", home.code())
                .param("id", id.value())
                .param("index", index(nationalId))
                .param("sealed", keys.seal(nationalId.digits(), place(id, "national_id")))
                .param("firstName", told.firstName())
                .param("lastName", told.lastName())
                .param("birthDate", told.birthDate())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return idOf(nationalId).orElseThrow();
    }

    void storeMobile(PersonId id, Mobile mobile) {
        jdbc.sql(
                        """
                        update identity.person set mobile = :mobile
                        where province = :province and id = :id
                        """)
                .param("mobile", keys.seal(mobile.digits(), place(id, "mobile")))
                .param("province", home.code())
                .param("id", id.value())
                .update();
    }

    public Optional<Person> find(PersonId id) {
        return jdbc.sql(
                        """
                        select id, national_id, first_name, last_name, birth_date, mobile
                        from identity.person where province = :province and id = :id
                        """)
                .param("province", home.code())
                .param("id", id.value())
                .query(this::person)
                .optional();
    }

    /** By {@code person_national_id}. */
    Optional<Person> confirmedSince(NationalId nationalId, Instant since) {
        return jdbc.sql(
                        """
                        select id, national_id, first_name, last_name, birth_date, mobile
                        from identity.person
                        where province = :province and national_id_index = :index
                            and confirmed_at > :since
                        """)
                .param("province", home.code())
                .param("index", index(nationalId))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(this::person)
                .optional();
    }

    public Map<PersonId, Person> findAll(Collection<PersonId> ids) {
        return jdbc
                .sql(
                        """
                        select id, national_id, first_name, last_name, birth_date, mobile
                        from identity.person where province = :province and id = any(:ids)
                        """)
                .param("province", home.code())
                .param("ids", ids.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(this::person)
                .list()
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    private Person person(ResultSet row, int number) throws SQLException {
        PersonId id = new PersonId(row.getObject("id", UUID.class));
        return new Person(
                home.province(),
                id,
                new NationalId(keys.open(row.getBytes("national_id"), place(id, "national_id"))),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getObject("birth_date", LocalDate.class),
                mobile(id, row.getBytes("mobile")));
    }

    private @Nullable Mobile mobile(PersonId id, byte @Nullable [] sealed) {
        return sealed == null ? null : new Mobile(keys.open(sealed, place(id, "mobile")));
    }

    private String place(PersonId id, String column) {
        return home.code() + "/" + id + "/" + column;
    }

    /** What the civil registry told. */
    record Told(String firstName, String lastName, LocalDate birthDate) {}
}
