namespace Anamnesis.Engines;

/// <summary>Tests that share one PostgreSQL server.</summary>
[CollectionDefinition("postgres")]
public sealed class SharingPostgres : ICollectionFixture<PostgresServer>;
